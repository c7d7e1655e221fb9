package se.trepart.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The client as it is left in {@code app/target/trepart}, started the way a person starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher tested here is the shell script")
class LauncherTest {

    private static final Path APP = Path.of("..", "app").toAbsolutePath().normalize();
    private static final Path LAUNCHER = APP.resolve("target/trepart/bin/trepart");
    private static final Path SAMPLES = APP.resolve("src/test/resources/se/trepart/app/intake");

    @TempDir
    private Path folder;

    /** What a run left behind. */
    private record Run(int code, String out, String err) {}

    @BeforeEach
    void needsTheClient() {
        assumeThat(LAUNCHER).as("app/target/trepart is made when the app is packaged: build from the root with verify").exists();
    }

    @Test
    void calculatesWithTheJavaItFindsByItself() throws Exception {
        Map<String, String> old = Map.of("JAVA_HOME", oldJava().toString(), "HOME", homeWithJava().toString());
        assertThat(calculate(old, "ansokan-01.json")).satisfies(run -> {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).startsWith("{\"period\":\"2026-11\",").contains("\"result\":-8814.12");
        });
        assertThat(calculate(old, "ansokan-03.json").out()).contains("\"result\":-7433.50");
        assertThat(calculate(old, "broken/negativt-belopp.json")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("negativt-belopp.json:/costs/0/appliedAmount: är negativt (väntade 0 kronor eller mer)");
        });
    }

    @Test
    void saysInSwedishThatTheJavaNamedIsTooOld() throws Exception {
        Map<String, String> named = Map.of("TREPART_JAVA", oldJava().toString(), "HOME", homeWithJava().toString());
        assertThat(calculate(named, "ansokan-01.json")).satisfies(run -> {
            assertThat(run.code()).isNotZero();
            assertThat(run.err()).startsWith("TREPART_JAVA pekar inte på Java 25 eller senare: " + folder);
        });
    }

    /** The usual places cannot be emptied on this computer, so a launcher that looks in other ones stands for a computer without Java. */
    @Test
    void saysInSwedishThatThereIsNoJava() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("trepart/bin"));
        String script = Files.readString(LAUNCHER);
        assertThat(script).contains("/usr/lib/jvm/", "/usr/java/", "/opt/", "/Library/Java/", "/usr/libexec/java_home");
        Path elsewhere = Files.writeString(bin.resolve("trepart"),
                script.replaceAll("/(usr/lib/jvm|usr/java|opt|Library/Java|usr/libexec/java_home)", folder + "/none/$1"));
        Run run = run(elsewhere, Map.of("JAVA_HOME", oldJava().toString(), "HOME", folder.toString()), SAMPLES.resolve("ansokan-01.json"));
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).startsWith("Trepart behöver Java 25 eller senare, men det finns inte på den här datorn.")
                .contains("Installera Java 25", "TREPART_JAVA=/sökväg/till/jdk-25");
    }

    /** A Java that says it is version 17, in JAVA_HOME and first on PATH. */
    private Path oldJava() throws IOException {
        Path home = folder.resolve("jdk-17");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"17.0.9\" 2023-10-17' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    /** A user's folder with the Java of this test in one of the usual places, wherever it really is. */
    private Path homeWithJava() throws IOException {
        Path jdks = Files.createDirectories(folder.resolve("home/.jdks"));
        Files.createSymbolicLink(jdks.resolve("jdk-25"), Path.of(System.getProperty("java.home")));
        return jdks.getParent();
    }

    private Run calculate(Map<String, String> environment, String sample) throws Exception {
        return run(LAUNCHER, environment, SAMPLES.resolve(sample));
    }

    private Run run(Path launcher, Map<String, String> environment, Path file) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder process = new ProcessBuilder("/bin/sh", launcher.toString(), "calculate", file.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().clear();
        process.environment().putAll(environment);
        process.environment().put("PATH", path());
        Process running = process.start();
        assertThat(running.waitFor(15, TimeUnit.SECONDS)).isTrue();
        return new Run(running.exitValue(), Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
    }

    /** The old Java first, then links to just the programs that the launcher uses, so that no other Java is on it. */
    private String path() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("sed", "head", "uname", "dirname", "readlink")) {
            Path link = tools.resolve(name);
            if (Files.notExists(link)) {
                Path there = Stream.of("/bin", "/usr/bin").map(d -> Path.of(d, name)).filter(Files::isExecutable).findFirst().orElseThrow();
                Files.createSymbolicLink(link, there);
            }
        }
        return folder.resolve("jdk-17/bin") + ":" + tools;
    }
}
