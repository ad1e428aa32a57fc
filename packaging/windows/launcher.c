/* RefundTerminal.exe: loads the python311.dll beside it and runs main.py with the given arguments. */
#include <windows.h>
#include <shobjidl.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define MOST_CHARACTERS 32767
#define BROKEN 120

typedef int (*PyMain)(int, wchar_t **);

static int broken(const wchar_t *what) {
    wchar_t text[512];
    DWORD error = GetLastError();
    _snwprintf(text, 511,
               L"환불 단말기를 시작할 수 없습니다. 다시 설치해 주세요. 데이터는 그대로 남습니다.\n"
               L"The refund terminal cannot start. Please install it again; your data stays.\n\n%ls (%lu)",
               what, error);
    text[511] = 0;
    if (GetEnvironmentVariableW(L"REFUND_TERMINAL_QUIET", NULL, 0) == 0)
        MessageBoxW(NULL, text, L"환불 단말기", MB_ICONERROR | MB_OK);
    return BROKEN;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show) {
    static wchar_t folder[MOST_CHARACTERS + 1], library[MOST_CHARACTERS + 1];
    DWORD length = GetModuleFileNameW(NULL, folder, MOST_CHARACTERS);
    if (length == 0 || length >= MOST_CHARACTERS) return broken(L"GetModuleFileName");
    wchar_t *name = wcsrchr(folder, L'\\');
    if (name) *name = 0;
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS); /* nothing from the current folder */
    SetCurrentProcessExplicitAppUserModelID(L"kr.refund_terminal.RefundTerminal");
    _snwprintf(library, MOST_CHARACTERS, L"%ls\\python311.dll", folder);
    HMODULE python =
        LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (!python) return broken(L"python311.dll");
    PyMain run = (PyMain)(void *)GetProcAddress(python, "Py_Main");
    if (!run) return broken(L"Py_Main");
    wchar_t **arguments = calloc(__argc + 3, sizeof *arguments);
    int count = 0;
    arguments[count++] = __wargv[0];
    arguments[count++] = L"-m";
    arguments[count++] = L"main";
    for (int i = 1; i < __argc; i++) arguments[count++] = __wargv[i];
    return run(count, arguments);
}
