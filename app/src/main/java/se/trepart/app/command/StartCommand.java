package se.trepart.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

import se.trepart.app.signin.ClientProgram;
import se.trepart.app.signin.WorkstationConfig;
import se.trepart.app.signin.WorkstationConfig.ConfigProblem;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code trepart start}, and {@code trepart} alone: opens the window with the way in. Says where the workstation's settings should be when they
 * are not there. With {@code --measure} it says how much it took until the lists were shown, and ends.
 */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FIL")
    private @Nullable Path config;

    @Option(names = "--measure", hidden = true)
    private boolean measure;

    StartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = config == null ? WorkstationConfig.usualPlace() : config.toAbsolutePath();
        try {
            WorkstationConfig read = WorkstationConfig.read(file);
            Path folder = (data == null ? DataFolder.usual() : data).toAbsolutePath();
            ClientProgram.run(read, folder, console.clock(), DataFolder.passphrase(), measure ? this::measured : null);
            return Trepart.DONE;
        } catch (ConfigProblem problem) {
            console.err().println(console.texts().of("command.config", file, console.texts().of(problem.textKey(), problem.value())));
            return Trepart.REJECTED;
        }
    }

    private void measured() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        Duration processor = self.totalCpuDuration().orElse(Duration.ZERO);
        Duration wall = self.startInstant().map(begun -> Duration.between(begun, console.clock().instant())).orElse(Duration.ZERO);
        console.out().println(console.texts().of("command.started", seconds(wall), seconds(processor), megabytes()));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.of("sv", "SE"), "%.2f", time.toMillis() / 1000.0);
    }

    /** Where the system tells it: on Linux. */
    private static String megabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                    .findFirst()
                    .orElse("–");
        } catch (IOException elsewhere) {
            return "–";
        }
    }
}
