; The Windows installer: for this user alone, so that no administrator is asked. Made by build.sh, which defines
; VERSION, FOLDER (what goes in), ICONS, OUT and SIGN.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define PROGRAM "RefundTerminal"
!define ID "kr.refund_terminal.RefundTerminal"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define DATA "$LOCALAPPDATA\refund-terminal"
!define RUNNING_EXIT 5
!define TOO_OLD_EXIT 4

Name "$(TITLE)"
BrandingText "$(TITLE) ${VERSION}"
OutFile "${OUT}"
!ifndef FAST
SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${PROGRAM}"
InstallDirRegKey HKCU "Software\${ID}" "InstallDir"
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1042 "ProductName" "환불 단말기"
VIAddVersionKey /LANG=1042 "FileDescription" "환불 단말기 설치"
VIAddVersionKey /LANG=1042 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1042 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1042 "CompanyName" "The Refund Terminal authors"
VIAddVersionKey /LANG=1042 "LegalCopyright" "The Refund Terminal authors"

!define MUI_ICON "${ICONS}/app.ico"
!define MUI_UNICON "${ICONS}/app.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}/side.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Korean"
!insertmacro MUI_LANGUAGE "English"

LangString TITLE ${LANG_KOREAN} "환불 단말기"
LangString TITLE ${LANG_ENGLISH} "Refund Terminal"
LangString RUNNING ${LANG_KOREAN} "환불 단말기가 실행 중입니다. 환불이 진행 중이면 끝날 때까지 기다린 다음 프로그램을 닫고 다시 시도해 주세요."
LangString RUNNING ${LANG_ENGLISH} "The refund terminal is running. If a refund is being sent, wait for it; then close the program and try again."
LangString TOO_OLD ${LANG_KOREAN} "Windows 10(64비트) 이상이 필요합니다."
LangString TOO_OLD ${LANG_ENGLISH} "Windows 10 (64-bit) or newer is needed."
LangString DELETE_DATA ${LANG_KOREAN} "환불 내역과 설정을 이 PC에 남겨 둘까요?$\n$\n‘아니요’를 누르면 모든 환불 내역이 지워지고 되돌릴 수 없습니다."
LangString DELETE_DATA ${LANG_ENGLISH} "Keep the refund history and the settings on this PC?$\n$\nWith No all of the refund history is deleted for good."

!uninstfinalize '"${SIGN}" "%1"' = 0
!finalize '"${SIGN}" "%1"' = 0

; A program that runs keeps its file open, and it does not close while a refund is being sent.
!macro RefuseWhileRunning un
Function ${un}RefuseWhileRunning
  again:
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
      SetErrorLevel ${RUNNING_EXIT}
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel ${TOO_OLD_EXIT}
    Abort
  ${EndIf}
FunctionEnd

Section "-program"
  Call RefuseWhileRunning
  SetShellVarContext current
  ; What the version before has brought goes first, by its own list; the shop's data lies elsewhere.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /UPGRADE _?=$INSTDIR'
  ${EndIf}
  !include "${FOLDER}.install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(TITLE).lnk" "$INSTDIR\${PROGRAM}.exe"
  CreateShortcut "$DESKTOP\$(TITLE).lnk" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr HKCU "Software\${ID}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\${ID}" "Title" "$(TITLE)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(TITLE)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Refund Terminal authors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  Call un.RefuseWhileRunning
  SetShellVarContext current
  ReadRegStr $1 HKCU "Software\${ID}" "Title"
  ${If} $1 != ""
    Delete "$SMPROGRAMS\$1.lnk"
    Delete "$DESKTOP\$1.lnk"
  ${EndIf}
  !include "${FOLDER}.uninstall.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${ID}"
  ; The data stays unless somebody says no to keeping it; /DELETEDATA says it without a window.
  ${GetParameters} $2
  ClearErrors
  ${GetOptions} $2 "/UPGRADE" $3
  ${If} ${Errors}
    ClearErrors
    ${GetOptions} $2 "/DELETEDATA" $3
    ${IfNot} ${Errors}
      RMDir /r "${DATA}"
    ${ElseIf} ${FileExists} "${DATA}\*.*"
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON1 "$(DELETE_DATA)" /SD IDYES IDYES keep
      RMDir /r "${DATA}"
      keep:
    ${EndIf}
  ${EndIf}
SectionEnd
