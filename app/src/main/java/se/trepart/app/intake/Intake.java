package se.trepart.app.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.app.text.Texts;
import se.trepart.local.Workstation;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.SetAside;
import se.trepart.model.access.Unit;
import se.trepart.model.access.Unit.UnitKind;
import se.trepart.model.application.Application;
import se.trepart.model.application.KnownCase;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.application.Registration;
import se.trepart.model.application.RegistrationResult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;

import org.jspecify.annotations.Nullable;

/**
 * Takes in e-application files (inläsning): each is registered in the applicant's case, or in a new one at the unit that receives
 * (Mottagningen), or rejected with every fault. The files themselves are never touched. Not to be called on the JavaFX thread.
 */
public final class Intake {

    private final Workstation workstation;
    private final Registration registration;
    private final EApplicationReader reader;
    private final Texts texts;
    private final Clock clock;
    private final @Nullable UUID registeredBy;

    /**
     * @param newId makes the ids of new cases and households
     * @param registeredBy who imports, null for the machine
     */
    public Intake(Workstation workstation, Texts texts, Clock clock, Supplier<UUID> newId, @Nullable UUID registeredBy) {
        this.workstation = workstation;
        this.registration = new Registration(newId);
        this.reader = new EApplicationReader(texts, clock);
        this.texts = texts;
        this.clock = clock;
        this.registeredBy = registeredBy;
    }

    /** Imports the files in order; one that is rejected is set aside with its reasons, and the others go on. */
    public synchronized List<Imported> importFiles(List<Path> files) {
        List<Imported> all = importOnly(files);
        all.forEach(this::setAside);
        return all;
    }

    /** As {@link #importFiles}, but nothing is kept of a rejected file: for the command line, which prints the reasons. */
    public synchronized List<Imported> importOnly(List<Path> files) {
        KnownCases known = new KnownCases(workstation.documents());
        List<Imported> all = new ArrayList<>();
        for (Path file : files) {
            all.add(importFile(file, known));
        }
        return all;
    }

    /** Registers what somebody has written down from a letter, a mail or a conversation, in the same case as a file of the same person. */
    public synchronized RegistrationResult register(ReceivedApplication received) {
        return register(received, new KnownCases(workstation.documents()));
    }

    /** Reads a set-aside file again, at its source when it is still there; it leaves the set-aside when it is taken in. */
    public Imported tryAgain(SetAside.File file) {
        Path source = Path.of(file.origin());
        if (Files.isRegularFile(source)) {
            return importFiles(List.of(source)).getFirst();
        }
        Imported again = importContent(source, file.content());
        setAside(again);
        return again;
    }

    private synchronized Imported importContent(Path file, byte[] content) {
        return importContent(file, content, new KnownCases(workstation.documents()));
    }

    private Imported importFile(Path file, KnownCases known) {
        try {
            return importContent(file, EApplicationReader.bytesOf(file), known);
        } catch (NoSuchFileException _) {
            return new Imported.Rejected(file, new byte[0], List.of(new Fault("", texts.of("intake.fault.no-such-file"))));
        } catch (IOException _) {
            return new Imported.Rejected(file, new byte[0], List.of(new Fault("", texts.of("intake.fault.unreadable-file"))));
        }
    }

    private Imported importContent(Path file, byte[] content, KnownCases known) {
        return switch (reader.read(content)) {
            case Reading.Rejected(var faults) -> new Imported.Rejected(file, content, faults);
            case Reading.Accepted(var received) -> register(file, content, received, known);
        };
    }

    private Imported register(Path file, byte[] content, ReceivedApplication received, KnownCases known) {
        // also when the applicant has got a case of their own since: the same id is the same application
        Optional<Application> same = workstation.documents().find(Application.class, received.id());
        if (same.isPresent()) {
            return new Imported.AlreadyImported(file, same.get());
        }
        return switch (register(received, known)) {
            case RegistrationResult.AlreadyRegistered(var application) -> new Imported.AlreadyImported(file, application);
            case RegistrationResult.Refused(var faults) ->
                new Imported.Rejected(file, content, faults.stream().map(f -> fault(f, received)).toList());
            case RegistrationResult.Registered registered -> new Imported.Stored(file, registered.application(),
                    registered.caseFile().number(), registered.newCase(), Registration.applicantTooYoung(received));
        };
    }

    private RegistrationResult register(ReceivedApplication received, KnownCases known) {
        LocalDate today = LocalDate.now(clock);
        Optional<KnownCase> itsCase = received.declaration()
                .adults()
                .stream()
                .filter(a -> a.role() == AdultRole.APPLICANT)
                .findFirst()
                .flatMap(a -> known.of(a.person().number()));
        RegistrationResult result = registration.register(received, itsCase, receivingUnit(), registeredBy, today,
                known.nextNumber(today.getYear()));
        if (result instanceof RegistrationResult.Registered registered) {
            workstation.documents().save(intent(registered, itsCase));
            known.add(registered.caseFile());
            known.add(registered.household());
        }
        return result;
    }

    /** Case, household and application in one: all of it is stored or nothing. */
    private static Intent intent(RegistrationResult.Registered registered, Optional<KnownCase> itsCase) {
        if (registered.newCase() || itsCase.isEmpty()) {
            return Intent.create(registered.caseFile(), registered.household(), registered.application());
        }
        Intent intent = new Intent(List.of());
        CaseFile caseFile = itsCase.get().caseFile();
        if (!caseFile.equals(registered.caseFile())) {
            intent = intent.andChange(caseFile, registered.caseFile());
        }
        Household household = itsCase.get().household();
        if (!household.equals(registered.household())) {
            intent = intent.andChange(household, registered.household());
        }
        return intent.andCreate(registered.application());
    }

    /** Mottagningen; the municipality as a whole while this workstation does not know the units yet. */
    private UUID receivingUnit() {
        return workstation.documents()
                .list(Unit.class, ListFilter.states(UnitKind.INTAKE.name()))
                .stream()
                .findFirst()
                .map(Unit::id)
                .orElse(Unit.MUNICIPALITY);
    }

    private Fault fault(RegistrationResult.Fault fault, ReceivedApplication received) {
        return switch (fault.kind()) {
            case APPLICANT_MISSING -> new Fault("/persons", texts.of("intake.fault.no-applicant"));
            case DUPLICATE -> new Fault("/periodMonth", texts.of("intake.fault.month-taken", received.period()));
        };
    }

    /** A file keeps one place in the set-aside, however often it is tried, and leaves it when it has been taken in. */
    private void setAside(Imported imported) {
        String origin = imported.file().toAbsolutePath().normalize().toString();
        UUID id = UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8));
        if (imported instanceof Imported.Rejected rejected) {
            workstation.setAside()
                    .put(new SetAside.File(id, name(imported.file()), origin, rejected.content(),
                            rejected.faults().stream().map(Fault::line).toList(), clock.instant()));
        } else {
            workstation.setAside().remove(id);
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
