package se.trepart.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.app.StillWorkstation.StillDocuments;
import se.trepart.app.dialog.FakeDialogs;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Navigator;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.signin.Session;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.Housing;
import se.trepart.model.application.HousingForm;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** A small office with a real store in a folder, for tests and pictures of the lists. All people are made up. */
public final class Office implements AutoCloseable {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:30:00Z"), ZoneId.of("Europe/Stockholm"));
    public static final Unit INTAKE = new Unit(id(1), Unit.MUNICIPALITY, "Mottagningen", Unit.UnitKind.INTAKE, TODAY.minusYears(1));
    public static final Unit RUNNING = new Unit(id(2), Unit.MUNICIPALITY, "Ekonomi", Unit.UnitKind.RUNNING, TODAY.minusYears(1));
    public static final Staff KARIN = staff(11, "Karin Berg");
    public static final Staff MEHMET = staff(12, "Mehmet Åkerlund");

    public final Workstation workstation;
    private final StillWorkstation still;
    public final FakeDialogs dialogs = new FakeDialogs();

    public Office(Path folder) {
        workstation = WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session(), null, CLOCK, new Ids());
        still = new StillWorkstation(workstation, new StillDocuments(workstation.documents(), new ArrayList<>(), true));
        save(KARIN, MEHMET, INTAKE, RUNNING, settings());
    }

    /** Everything done when a call returns; an unexpected error fails the test. */
    public Desk desk() {
        Texts texts = new Texts();
        return new Desk(still, session(), CLOCK, new Ids(), TaskRunner.sameThread(new UnexpectedErrors(code -> {
            throw new AssertionError("unexpected error " + code);
        })), dialogs, texts, new Formats(texts, CLOCK), new Navigator());
    }

    public void save(Document... documents) {
        still.documents().save(Intent.create(documents));
    }

    /** A single person's case with an application for November; the number makes ids, personal number and case number. */
    public UUID household(int number, String firstName, String lastName, Phase phase, ApplicationStatus status, Protection protection) {
        UUID caseId = id(1000 + number);
        Unit unit = phase == Phase.INTAKE ? INTAKE : RUNNING;
        Person person = new Person(new PersonalNumber("1988%02d15T%03d".formatted(number % 12 + 1, number)), firstName, lastName,
                protection.isProtected() ? null : new Address("Storgatan " + number, "871 31", "Exempelstad"), "", "070-0000000",
                protection, null);
        Adult adult = new Adult(id(3000 + number), AdultRole.APPLICANT, person, false, null);
        Declaration declaration = new Declaration(MaritalStatus.SINGLE, List.of(adult), List.of(), 0, new Housing(HousingForm.RENTAL, 1, 2),
                List.of(new AppliedCost(id(4000 + number), CostType.RENT, Money.kronor(6_450), "Hyra", "2026-11"),
                        new AppliedCost(id(5000 + number), CostType.ELECTRICITY, Money.kronor(412), "El", "2026-11")),
                List.of(new Income(id(6000 + number), IncomeType.SALARY, Money.kronor(5_210), null, adult.id(), "lönespecifikation")),
                List.of(), List.of(), List.of());
        save(new CaseFile(caseId, unit.id(), "2026-%05d".formatted(number),
                number % 3 == 0 ? null : number % 3 == 1 ? KARIN.id() : MEHMET.id(), phase, TODAY.minusMonths(2).minusDays(number),
                TODAY.minusMonths(2).minusDays(number), null, null),
                new Household(id(2000 + number), unit.id(), caseId, MaritalStatus.SINGLE, List.of(adult), List.of(), 0,
                        TODAY.minusMonths(2)),
                new Application(id(7000 + number), unit.id(), caseId, number % 2 == 0 ? ApplicationKind.RENEWAL : ApplicationKind.NEW,
                        Channel.E_SERVICE, CLOCK.instant().minusSeconds(86_400L * (number % 14)), TODAY.minusDays(number % 14), null,
                        YearMonth.of(2026, 11), status, declaration, List.of(), true, null, ""));
        return caseId;
    }

    /** Two dozen households of all kinds of status. */
    public void fill() {
        String[] first = {"Amina", "Björn", "Chanel", "Dejan", "Elsa", "Farid", "Gunilla", "Hodan", "Ibrahim", "Åsa"};
        String[] last = {"Öberg", "Al-Hassani", "Nyström", "Ågren", "Ćosić", "Warsame", "von Rosenschöld-Adlercreutz", "Lind"};
        ApplicationStatus[] statuses = ApplicationStatus.values();
        for (int i = 1; i <= 26; i++) {
            household(i, first[i % first.length], last[i % last.length], i % 4 == 0 ? Phase.INTAKE : Phase.RUNNING,
                    statuses[i % statuses.length], i == 13 ? Protection.MARKED : Protection.NONE);
        }
    }

    @Override
    public void close() {
        workstation.close();
    }

    public static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_2000L + number);
    }

    public static Session session() {
        return new Session() {
            @Override
            public Staff staff() {
                return KARIN;
            }

            @Override
            public UUID device() {
                return id(99);
            }

            @Override
            public String token() {
                return "";
            }
        };
    }

    private static Staff staff(int number, String name) {
        return new Staff(id(number), Unit.MUNICIPALITY, "s" + number, name, "socialsekreterare", "0612-000 00", List.of(Role.CASEWORKER),
                List.of(Unit.MUNICIPALITY, INTAKE.id(), RUNNING.id()), List.of(), true, TODAY.minusYears(1));
    }

    private static Settings settings() {
        return new Settings(id(50), Unit.MUNICIPALITY, TODAY.minusYears(1), 3, 15, 3, 6, 20, 31, Money.kronor(59_200), 10, 14, 7,
                Money.kronor(6_000), Money.kronor(1_000), 14,
                new Municipality("Exempelstad", "Socialnämnden", "Förvaltningsrätten i Härnösand", "Torget 1", "871 31", "Exempelstad",
                        "0612-000 00", "kommun@exempelstad.example", "exempelstad.example", "8–12", null));
    }
}
