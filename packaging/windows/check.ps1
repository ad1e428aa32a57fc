# check.ps1: the setup.exe in dist\ on a real Windows: install, self-test, tour, uninstall. Not run: nothing here has seen Windows.
$ErrorActionPreference = "Stop"
$env:REFUND_TERMINAL_QUIET = "1"
$setup = (Get-ChildItem "dist\*-setup.exe").FullName
$folder = "$env:LOCALAPPDATA\Programs\RefundTerminal"

function Run($what, $file, $arguments) {
    $code = (Start-Process $file $arguments -Wait -PassThru).ExitCode
    if ($code -ne 0) { throw "${what}: exit code $code" }
    "ok   $what"
}

Run "installs silently" $setup "/S"
try {
    Run "self-test" "$folder\RefundTerminal.exe" "--self-test --report report.txt"
} finally {
    if (Test-Path report.txt) { Get-Content report.txt -Encoding utf8 }
}
Run "the tour" "$folder\RefundTerminal.exe" "--tour tour"
Run "uninstalls" "$folder\uninstall.exe" "/S _?=$folder"
