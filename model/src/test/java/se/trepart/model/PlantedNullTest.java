package se.trepart.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** A null in the wrong place breaks the build: compiled with the very arguments that the root POM gives the compiler. */
class PlantedNullTest {

    private static final String CODE = """
            package planted;

            import org.jspecify.annotations.NullMarked;

            @NullMarked
            final class Planted {
                static String name() {
                    return %s;
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aPlantedNullBreaksTheBuild() throws Exception {
        Compiled compiled = compile("null");

        assertThat(compiled.exitCode).isEqualTo(1);
        assertThat(compiled.output).contains("Planted.java:8: error: [NullAway] returning @Nullable expression");
    }

    @Test
    void theSameFileWithoutTheNullIsCompiled() throws Exception {
        Compiled compiled = compile("\"namn\"");

        assertThat(compiled.exitCode).as(compiled.output).isZero();
        assertThat(folder.resolve("planted/Planted.class")).exists();
    }

    private record Compiled(int exitCode, String output) {}

    private Compiled compile(String returned) throws Exception {
        Path source = Files.writeString(folder.resolve("Planted.java"), CODE.formatted(returned));
        // surefire hides the class path in a jar of its own
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        command.addAll(argumentsOfTheBuild());
        command.addAll(List.of("-d", folder.toString(), "-cp", classPath, "-processorpath", classPath, source.toString()));
        Path output = folder.resolve("output.txt");
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(javac.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Compiled(javac.exitValue(), Files.readString(output));
    }

    private static List<String> argumentsOfTheBuild() throws Exception {
        Element pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("../pom.xml").toFile()).getDocumentElement();
        NodeList list = ((Element) pom.getElementsByTagName("compilerArgs").item(0)).getElementsByTagName("arg");
        return Stream.iterate(0, i -> i < list.getLength(), i -> i + 1).map(i -> list.item(i).getTextContent().strip()).toList();
    }
}
