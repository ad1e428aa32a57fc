/* TEST ONLY, for wine 8, which has no bcryptprimitives.dll (part of Windows). cryptography's Rust takes its random bytes from it.
   Never shipped. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom, of advapi32 */
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}
