package se.trepart.central.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import se.trepart.central.Office;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class CentralCommandTest {

    @TempDir
    private Path folder;

    @Test
    void registersAUnitAndSomebodyInItAndChecksTheChain() throws IOException {
        try (Office office = new Office()) {
            Files.writeString(folder.resolve("pw"), "service-pw\n");
            Path config = Files.writeString(folder.resolve("central.properties"),
                    "jdbc.url=" + office.database.url() + "\nservice.password.file=" + folder.resolve("pw") + "\n");
            String unit = run("unit", "--config", config.toString(), "--name", "Mottagning", "--kind", "INTAKE");
            run("staff", "--config", config.toString(), "--subject", "dora", "--name", "Dora Ek", "--role", "CASEWORKER", "--unit", unit);
            assertThat(office.store.bySubject("dora")).hasValueSatisfying(dora -> assertThat(dora.units()).hasToString("[" + unit + "]"));
            assertThat(run("verify", "--config", config.toString())).isEqualTo("Kedjan håller.");
        }
    }

    @Test
    void saysWhichSettingIsMissing() throws IOException {
        Path config = Files.writeString(folder.resolve("central.properties"), "");
        StringWriter errors = new StringWriter();
        int code = new CommandLine(new CentralCommand()).setErr(new PrintWriter(errors)).execute("verify", "--config", config.toString());
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("jdbc.url saknas");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(new CentralCommand()).setOut(new PrintWriter(out)).execute(arguments)).isZero();
        return out.toString().strip();
    }
}
