@echo off
rem Taskscopes command line: the apps own program, without a window. Beside taskscope-desktop.exe.
setlocal
set ELECTRON_RUN_AS_NODE=
set ELECTRON_ENABLE_LOGGING=
rem A program with windows is not waited for by itself; "start /wait /b" waits, in the same console, and keeps its exit code.
start "" /wait /b "%~dp0taskscope-desktop.exe" --log-level=3 --command-line -- %*
exit /b %ERRORLEVEL%
