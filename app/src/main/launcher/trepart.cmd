@echo off
rem Starts Trepart: finds a Java of version 25 or later and hands every argument on.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "JAVA="
if not defined TREPART_JAVA goto look
rem named by the user: used or refused, never passed over
call :try "%TREPART_JAVA%"
call :try "%TREPART_JAVA%\bin\java.exe"
if defined JAVA goto found
echo TREPART_JAVA pekar inte på Java 25 eller senare: %TREPART_JAVA% 1>&2
exit /b 1

:look
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%j in (java.exe) do call :try "%%~$PATH:j"
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d\bin\java.exe"
if defined JAVA goto found
echo Trepart behöver Java 25 eller senare, men det finns inte på den här datorn. 1>&2
echo Installera Java 25 (till exempel från https://adoptium.net), eller säg var det ligger: 1>&2
echo     set TREPART_JAVA=C:\sökväg\till\jdk-25 1>&2
exit /b 1

:found
rem thorough compiling would cost a start half its time; the heap begins small and gives back what it can
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms32m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -Xshare:auto --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Duser.language=sv -Duser.country=SE -cp "%~dp0..\lib\*" se.trepart.app.command.Trepart %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1 ^| findstr /c:" version ""') do for /f "delims=.-" %%m in ("%%~v") do if %%m GEQ 25 set "JAVA=%~1"
exit /b 0
