package se.trepart.model.application;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import se.trepart.model.application.RegistrationResult.AlreadyRegistered;
import se.trepart.model.application.RegistrationResult.Fault;
import se.trepart.model.application.RegistrationResult.Refused;
import se.trepart.model.application.RegistrationResult.Registered;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Person;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.model.application.Families.ANNA;
import static se.trepart.model.application.Families.BO;
import static se.trepart.model.application.Families.CIM;
import static se.trepart.model.application.Families.DECEMBER;
import static se.trepart.model.application.Families.TODAY;
import static se.trepart.model.application.Families.UNIT;
import static se.trepart.model.application.Families.declaration;
import static se.trepart.model.application.Families.id;
import static se.trepart.model.application.Families.ids;
import static se.trepart.model.application.Families.income;
import static se.trepart.model.application.Families.person;
import static se.trepart.model.application.Families.received;

/** R1, R2: what comes in becomes an application in the right case, once. */
class RegistrationTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final Registration registration = new Registration(ids("new"));

    @Test
    void aFirstApplicationOpensACaseInIntake() {
        Registered first = registered(Optional.empty(), pairWithChild("e-tjänst 1", ApplicationKind.NEW, NOVEMBER));

        assertThat(first.newCase()).isTrue();
        assertThat(first.caseFile().phase()).isEqualTo(Phase.INTAKE);
        assertThat(first.caseFile().number()).isEqualTo("2026-00417");
        assertThat(first.household().caseId()).isEqualTo(first.caseFile().id());
        assertThat(first.household().people()).hasSize(3);
        assertThat(first.application().caseId()).isEqualTo(first.caseFile().id());
        assertThat(first.application().status()).isEqualTo(ApplicationStatus.RECEIVED);
        assertThat(first.application().registeredOn()).isEqualTo(TODAY);
    }

    @Test
    void theNextMonthStaysInTheCaseAndThePeopleKeepTheirIds() {
        Registered first = registered(Optional.empty(), pairWithChild("e-tjänst 1", ApplicationKind.NEW, NOVEMBER));
        Registered next = registered(known(first), pairWithChild("e-tjänst 2", ApplicationKind.RENEWAL, DECEMBER));

        assertThat(next.newCase()).isFalse();
        assertThat(next.caseFile()).isEqualTo(first.caseFile());
        assertThat(next.household()).as("nothing but the month differs").isEqualTo(first.household());
        assertThat(next.application().declaration().incomes().getFirst().memberId()).isEqualTo(first.household().applicant().id());
    }

    @Test
    void theSameApplicationTwiceIsRegisteredOnce() {
        ReceivedApplication form = pairWithChild("e-tjänst 1", ApplicationKind.NEW, NOVEMBER);
        Registered first = registered(Optional.empty(), form);

        assertThat(register(known(first), form)).isEqualTo(new AlreadyRegistered(first.application()));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            finns redan,            ny,                    registreras
            RENEWAL RECEIVED,       RENEWAL 2026-12,       nej
            NEW DECIDED,            RENEWAL 2026-12,       nej
            RENEWAL RECEIVED,       RENEWAL 2027-01,       ja
            RENEWAL RECEIVED,       SUPPLEMENTARY 2026-12, ja
            SUPPLEMENTARY RECEIVED, RENEWAL 2026-12,       ja
            RENEWAL WITHDRAWN,      RENEWAL 2026-12,       ja
            RENEWAL DISMISSED,      RENEWAL 2026-12,       ja""")
    void takesOneApplicationForAHouseholdAndMonth(String there, String comes, String expected) {
        Registered first = registered(Optional.empty(),
                pairWithChild("e-tjänst 1", ApplicationKind.valueOf(there.split(" ")[0]), DECEMBER));
        Application before = first.application().with(ApplicationStatus.valueOf(there.split(" ")[1]));
        RegistrationResult result = register(Optional.of(new KnownCase(first.caseFile(), first.household(), List.of(before))),
                pairWithChild("e-tjänst 2", ApplicationKind.valueOf(comes.split(" ")[0]), YearMonth.parse(comes.split(" ")[1])));

        if (expected.equals("ja")) {
            assertThat(result).isInstanceOf(Registered.class);
        } else {
            assertThat(result).isEqualTo(new Refused(List.of(new Fault(Fault.Kind.DUPLICATE, before.id()))));
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            född,         för ung
            20111120T123, nej
            20111121T123, ja""")
    void tellsThatAnApplicantIsYoungerThanFifteenButRegistersAllTheSame(String number, String tooYoung) {
        ReceivedApplication form = received("e-tjänst", ApplicationKind.NEW, NOVEMBER,
                declaration("f", List.of(person(number)), List.of(), List.of(), List.of()));

        assertThat(Registration.applicantTooYoung(form)).isEqualTo(tooYoung.equals("ja"));
        assertThat(register(Optional.empty(), form)).isInstanceOf(Registered.class);
    }

    @Test
    void theOneWhoLeavesTheCoupleGetsACaseOfOnesOwn() {
        Registered pair = registered(Optional.empty(), pairWithChild("e-tjänst 1", ApplicationKind.NEW, NOVEMBER));
        Registered bo = registered(known(pair), received("e-tjänst 2", ApplicationKind.NEW, DECEMBER,
                declaration("f", List.of(person(BO)), List.of(), List.of(), List.of())));
        Registered anna = registered(known(pair), received("e-tjänst 3", ApplicationKind.RENEWAL, DECEMBER,
                declaration("g", List.of(person(ANNA)), List.of(person(CIM)), List.of(), List.of())));

        assertThat(bo.newCase()).isTrue();
        assertThat(bo.caseFile().id()).isNotEqualTo(pair.caseFile().id());
        assertThat(anna.newCase()).isFalse();
        assertThat(anna.household().coApplicant()).isEmpty();
        assertThat(anna.household().validFrom()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aClosedCaseBeginsAgainUnderItsNumber() {
        Registered first = registered(Optional.empty(), pairWithChild("e-tjänst 1", ApplicationKind.NEW, NOVEMBER));
        CaseFile closed = new CaseFile(first.caseFile().id(), UNIT, "2025-00001", id("Eva"), Phase.CLOSED, TODAY.minusYears(1),
                TODAY.minusMonths(5), TODAY.minusMonths(5), "annan inkomst");
        Registered again = registered(Optional.of(new KnownCase(closed, first.household(), List.of())),
                pairWithChild("e-tjänst 2", ApplicationKind.NEW, DECEMBER));

        assertThat(again.caseFile().phase()).isEqualTo(Phase.INTAKE);
        assertThat(again.caseFile().number()).isEqualTo("2025-00001");
        assertThat(again.caseFile().closedOn()).isNull();
        assertThat(again.caseFile().responsible()).isNull();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            känt,                   i ansökan,              gäller
            MARKED,                 NONE,                   MARKED
            PROTECTED_REGISTRATION, UNKNOWN,                PROTECTED_REGISTRATION
            NONE,                   UNKNOWN,                NONE
            NONE,                   MARKED,                 MARKED
            UNKNOWN,                UNKNOWN,                UNKNOWN
            MARKED,                 PROTECTED_REGISTRATION, PROTECTED_REGISTRATION""")
    void aFormNeverTakesAProtectionAway(Protection known, Protection inForm, Protection expected) {
        Registered first = registered(Optional.empty(), alone("e-tjänst 1", person(ANNA, known), NOVEMBER));
        Registered next = registered(known(first), alone("e-tjänst 2", person(ANNA, inForm), DECEMBER));

        assertThat(next.household().applicant().person().protection()).isEqualTo(expected);
    }

    private static ReceivedApplication alone(String form, Person person, YearMonth period) {
        return received(form, ApplicationKind.RENEWAL, period, declaration(form, List.of(person), List.of(), List.of(), List.of()));
    }

    private static ReceivedApplication pairWithChild(String form, ApplicationKind kind, YearMonth period) {
        return received(form, kind, period, declaration(form, List.of(person(ANNA), person(BO)), List.of(person(CIM)), List.of(),
                List.of(income(form, IncomeType.SALARY, "4210", ANNA))));
    }

    private static Optional<KnownCase> known(Registered registered) {
        Household household = registered.household();
        return Optional.of(new KnownCase(registered.caseFile(), household, List.of(registered.application())));
    }

    private Registered registered(Optional<KnownCase> known, ReceivedApplication received) {
        RegistrationResult result = register(known, received);
        assertThat(result).isInstanceOf(Registered.class);
        return (Registered) result;
    }

    private RegistrationResult register(Optional<KnownCase> known, ReceivedApplication received) {
        return registration.register(received, known, UNIT, null, TODAY, "2026-00417");
    }
}
