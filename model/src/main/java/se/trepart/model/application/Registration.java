package se.trepart.model.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import se.trepart.model.application.RegistrationResult.Fault;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.PersonalNumber;

import org.jspecify.annotations.Nullable;

/**
 * Turns what came in into an application in a case (aktualisering). R1: every application is registered; R2: from 15 years, one for a
 * household and calendar month.
 */
public final class Registration {

    private static final int YOUNGEST = 15;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Supplier<UUID> ids;

    /** @param ids gives the ids of a new case and a new household */
    public Registration(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /**
     * Registers what came in.
     *
     * @param known the case found by the applicant's personal number; empty when there is none
     * @param unitId the unit that a new case begins in
     * @param registeredBy null for an import by the machine
     * @param nextCaseNumber the number that a new case gets
     */
    public RegistrationResult register(ReceivedApplication received, Optional<KnownCase> known, UUID unitId, @Nullable UUID registeredBy,
            LocalDate today, String nextCaseNumber) {
        Optional<Application> same = known.flatMap(k -> k.applications().stream().filter(a -> a.id().equals(received.id())).findFirst());
        if (same.isPresent()) {
            return new RegistrationResult.AlreadyRegistered(same.get());
        }
        Optional<KnownCase> itsCase = known.filter(k -> isSameHousehold(k.household(), received.declaration()));
        List<Fault> faults = faults(received, itsCase);
        if (!faults.isEmpty()) {
            return new RegistrationResult.Refused(faults);
        }
        Declaration declaration = itsCase.map(k -> KnownMembers.of(k.household()).recognise(received.declaration()))
                .orElse(received.declaration());
        CaseFile caseFile = itsCase.map(k -> reopened(k.caseFile(), unitId, today)).orElseGet(() -> newCase(unitId, nextCaseNumber, today));
        Household household = household(itsCase.map(KnownCase::household), declaration, received, caseFile);
        Application application = new Application(received.id(), caseFile.unitId(), caseFile.id(), received.kind(), received.channel(),
                received.receivedAt(), today, registeredBy, received.period(), ApplicationStatus.RECEIVED, declaration, received.answers(),
                received.attested(), received.attestedAt(), received.form());
        return new RegistrationResult.Registered(application, household, caseFile, itsCase.isEmpty());
    }

    /**
     * The applicant has not reached 15 years and may not apply (R2). Told, not refused: what comes in is registered and tried all the same
     * (R1), and ends in a dismissal.
     */
    public static boolean applicantTooYoung(ReceivedApplication received) {
        LocalDate receivedOn = LocalDate.ofInstant(received.receivedAt(), SWEDEN);
        return applicant(received.declaration()).filter(a -> a.person().number().ageOn(receivedOn) < YOUNGEST).isPresent();
    }

    /** The household's application for the month, which one more that is not supplementary would double (R2). */
    public static Optional<Application> duplicateOf(ReceivedApplication received, List<Application> applications) {
        if (received.kind() == ApplicationKind.SUPPLEMENTARY) {
            return Optional.empty();
        }
        // a dismissed or withdrawn application has not been tried: the household may apply for the month again
        return applications.stream()
                .filter(a -> a.period().equals(received.period()) && a.kind() != ApplicationKind.SUPPLEMENTARY
                        && a.status() != ApplicationStatus.DISMISSED && a.status() != ApplicationStatus.WITHDRAWN)
                .findFirst();
    }

    private static List<Fault> faults(ReceivedApplication received, Optional<KnownCase> known) {
        List<Fault> faults = new ArrayList<>();
        Optional<Adult> applicant = applicant(received.declaration());
        if (applicant.isEmpty()) {
            faults.add(new Fault(Fault.Kind.APPLICANT_MISSING, null));
        }
        known.flatMap(k -> duplicateOf(received, k.applications()))
                .ifPresent(duplicate -> faults.add(new Fault(Fault.Kind.DUPLICATE, duplicate.id())));
        return faults;
    }

    /**
     * The case follows its applicant: after a separation the one who was co-applicant gets a case of one's own, as does a child who now
     * applies.
     */
    private static boolean isSameHousehold(Household known, Declaration declaration) {
        Set<PersonalNumber> declared = declaration.adults().stream().map(a -> a.person().number()).collect(Collectors.toSet());
        Set<PersonalNumber> adults = known.adults().stream().map(a -> a.person().number()).collect(Collectors.toSet());
        return declared.contains(known.applicant().person().number())
                && applicant(declaration).filter(a -> adults.contains(a.person().number())).isPresent();
    }

    private static Optional<Adult> applicant(Declaration declaration) {
        return declaration.adults().stream().filter(a -> a.role() == AdultRole.APPLICANT).findFirst();
    }

    private CaseFile newCase(UUID unitId, String number, LocalDate today) {
        return new CaseFile(ids.get(), unitId, number, null, Phase.INTAKE, today, today, null, null);
    }

    /** A closed case begins again in intake under its old number, so that the person's history stays in one place. */
    private static CaseFile reopened(CaseFile file, UUID unitId, LocalDate today) {
        return file.phase() == Phase.CLOSED
                ? new CaseFile(file.id(), unitId, file.number(), null, Phase.INTAKE, file.openedOn(), today, null, null)
                : file;
    }

    private Household household(Optional<Household> known, Declaration declaration, ReceivedApplication received, CaseFile caseFile) {
        Household household = new Household(known.map(Household::id).orElseGet(ids), caseFile.unitId(), caseFile.id(),
                declaration.maritalStatus(), declaration.adults(), declaration.children(), declaration.sharedHomeSize(),
                received.period().atDay(1));
        return known.filter(before -> sayTheSame(before, household)).orElse(household);
    }

    /** Nothing but the day differs: the household as it stands is kept. */
    private static boolean sayTheSame(Household before, Household after) {
        return before.unitId().equals(after.unitId()) && before.maritalStatus() == after.maritalStatus()
                && before.adults().equals(after.adults()) && before.children().equals(after.children())
                && before.sharedHomeSize() == after.sharedHomeSize();
    }
}
