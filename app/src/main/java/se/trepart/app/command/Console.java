package se.trepart.app.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import se.trepart.app.intake.EApplicationReader;
import se.trepart.app.intake.Fault;
import se.trepart.app.intake.Reading;
import se.trepart.app.text.Texts;
import se.trepart.model.application.ReceivedApplication;

/** What every command works with: texts, clock, and where it writes (konsol). */
record Console(Texts texts, Clock clock, PrintWriter out, PrintWriter err) {

    /** UTF-8, whatever the computer's locale says. */
    static Console system(Texts texts) {
        return new Console(texts, Clock.systemDefaultZone(),
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** The application of a file, or empty when every fault of it has been printed. */
    Optional<ReceivedApplication> read(Path file) {
        try {
            return switch (new EApplicationReader(texts, clock).read(EApplicationReader.bytesOf(file))) {
                case Reading.Accepted(var application) -> Optional.of(application);
                case Reading.Rejected(var faults) -> {
                    reject(file, faults);
                    yield Optional.empty();
                }
            };
        } catch (NoSuchFileException _) {
            reject(file, "", texts.of("intake.fault.no-such-file"));
        } catch (IOException _) {
            reject(file, "", texts.of("intake.fault.unreadable-file"));
        }
        return Optional.empty();
    }

    void reject(Path file, List<Fault> faults) {
        faults.forEach(fault -> err.println(file + ":" + fault.line()));
    }

    void reject(Path file, String pointer, String text) {
        reject(file, List.of(new Fault(pointer, text)));
    }
}
