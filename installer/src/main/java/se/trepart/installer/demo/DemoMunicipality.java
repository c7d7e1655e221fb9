package se.trepart.installer.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.Phase;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedSettings;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.person.Protection;

/**
 * Exempelstad: sixty households and a year of their applications, calculations, decisions, letters and notes, and of their way to
 * self-support. The same seed and day give the same municipality.
 *
 * @param documents everything but the staff register, in an order that the central store can take
 * @param waiting applications for next month that lie in the e-service's folder
 */
public record DemoMunicipality(List<Staff> staff, List<Unit> units, List<Document> documents, List<ReceivedApplication> waiting) {

    private static final int HOUSEHOLDS = 60;
    private static final int INTAKE = 14;
    private static final int YOUNG = 14;
    /** The demo's delegation order is in force from the month before. */
    private static final YearMonth FIRST = YearMonth.of(2025, 8);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    public static DemoMunicipality of(long seed, LocalDate today) {
        return new Making(seed, today).make();
    }

    /** What is held while the municipality is made. */
    private static final class Making {

        private final Random random;
        private final LocalDate today;
        private final YearMonth next;
        private final DemoIds ids;
        private final DemoPeople people;
        private final DemoMonth month;
        private final List<ChecklistTemplate> templates;
        private final List<Settings> settings;
        private final DemoPlanning planning;
        private final List<Document> documents = new ArrayList<>();
        private final List<ReceivedApplication> waiting = new ArrayList<>();
        private final List<UUID> protectedCases = new ArrayList<>();

        Making(long seed, LocalDate today) {
            this.random = new Random(seed);
            this.today = today;
            this.next = YearMonth.from(today).plusMonths(1);
            this.ids = new DemoIds(seed, today.minusMonths(14).atStartOfDay(SWEDEN).toInstant());
            this.people = new DemoPeople(random, ids, today, 0);
            this.templates = ChecklistTemplates.shipped(Unit.MUNICIPALITY);
            this.settings = ShippedSettings.of(Unit.MUNICIPALITY);
            this.month = new DemoMonth(templates, settings, random, ids);
            this.planning = new DemoPlanning(seed + 1, today);
            documents.addAll(templates);
            documents.addAll(settings);
            documents.addAll(planning.offers());
            documents.addAll(DemoPhrases.of(today));
        }

        DemoMunicipality make() {
            for (int number = 0; number < HOUSEHOLDS; number++) {
                household(number);
            }
            return new DemoMunicipality(DemoStaff.register(protectedCases, DemoStaff.KARIN.id()), DemoStaff.UNITS, List.copyOf(documents),
                    List.copyOf(waiting));
        }

        private void household(int number) {
            boolean intake = number < INTAKE;
            boolean young = number >= HOUSEHOLDS - YOUNG;
            boolean protectedIdentity = number == 5 || number == 30;
            Unit unit = intake ? DemoStaff.INTAKE : young ? DemoStaff.YOUTH : DemoStaff.ECONOMY;
            DemoFamily family = family(number, young, protectedIdentity);
            Staff caseworker = caseworker(unit, number, protectedIdentity);
            Staff decider = young ? DemoStaff.PETER : DemoStaff.BIRGITTA;
            YearMonth first = later(next.minusMonths(intake ? number % 4 : 4 + random.nextInt(8)), FIRST);
            String caseNumber = "%d-%05d".formatted(first.minusMonths(1).getYear(), 401 + number);
            DemoCase demo = new DemoCase();
            for (YearMonth period = first; period.isBefore(next); period = period.plusMonths(1)) {
                LocalDate receivedOn = period.minusMonths(1).atDay(12 + random.nextInt(12));
                month.live(demo, family, period, receivedOn, DemoStage.SENT, caseworker, decider, unit.id(), caseNumber, today);
                notes(demo, caseworker, receivedOn.plusDays(2));
            }
            coming(demo, family, number, unit, caseworker, decider, caseNumber);
            if (!demo.documents().isEmpty()) {
                distribute(demo, first, intake, number, caseworker);
                planning.live(demo, caseworker, young, protectedIdentity);
                documents.addAll(demo.documents());
                if (protectedIdentity) {
                    protectedCases.add(demo.one(CaseFile.class).orElseThrow().id());
                }
            }
        }

        /** Next month's application: at every stage somewhere, and some still in the e-service's folder. */
        private void coming(DemoCase demo, DemoFamily family, int number, Unit unit, Staff caseworker, Staff decider, String caseNumber) {
            LocalDate receivedOn = next.minusMonths(1)
                    .atDay(1)
                    .plusDays(random.nextInt(Math.max(1, Math.min(today.getDayOfMonth() - 3, 20))));
            if (receivedOn.isAfter(today)) {
                receivedOn = today;
            }
            DemoStage[] stages = DemoStage.values();
            if (number % 10 == 9) {
                waiting.add(family.applyFor(next, demo.documents().isEmpty() ? ApplicationKind.NEW : ApplicationKind.RENEWAL, receivedOn));
            } else {
                month.live(demo, family, next, receivedOn, stages[number % stages.length], caseworker, decider, unit.id(), caseNumber,
                        today);
            }
        }

        private DemoFamily family(int number, boolean young, boolean protectedIdentity) {
            boolean couple = !young && number % 3 == 0;
            int children = young ? (number % 7 == 0 ? 1 : 0) : number % 7;
            int from = young ? 18 : 24 + children;
            Protection protection = protectedIdentity ? (number == 5 ? Protection.MARKED : Protection.UNKNOWN) : Protection.NONE;
            List<Adult> adults = people.adults(couple ? 2 : 1, from, young ? 24 : 58, protection, number % 6 == 1, number % 8 == 3);
            List<Child> list = new ArrayList<>();
            for (int i = 0; i < children; i++) {
                ResidenceExtent residence = number % 5 == 2
                        ? (i % 2 == 0 ? ResidenceExtent.HALF_TIME : ResidenceExtent.OTHER)
                        : ResidenceExtent.FULL_TIME;
                int age = 1 + (young ? random.nextInt(3) : (i * 3 + number) % 16);
                list.add(people.child(adults.getFirst(), list, age, residence));
            }
            boolean sharesHome = young && children == 0 && number % 4 == 0;
            return new DemoFamily(adults, list, sharesHome ? 3 : 0, number % 2 == 0 || number % 8 == 3, random, ids);
        }

        private static Staff caseworker(Unit unit, int number, boolean protectedIdentity) {
            if (protectedIdentity) {
                return DemoStaff.KARIN;
            }
            if (unit == DemoStaff.INTAKE) {
                return number % 3 == 2 ? DemoStaff.MARCUS : DemoStaff.KARIN;
            }
            if (unit == DemoStaff.YOUTH) {
                return number % 3 == 2 ? DemoStaff.AMIRA : DemoStaff.ELIN;
            }
            return List.of(DemoStaff.KARIN, DemoStaff.JOHAN, DemoStaff.AMIRA).get(number % 3);
        }

        /** A new case waits for the team lead to hand it out; the others have their caseworker and phase. */
        private void distribute(DemoCase demo, YearMonth first, boolean intake, int number, Staff caseworker) {
            CaseFile file = demo.one(CaseFile.class).orElseThrow();
            boolean waitsForTeamLead = first.equals(next) && number % 4 == 0 && number != 4;
            LocalDate since = intake ? file.openedOn() : earlier(file.openedOn().plusMonths(2));
            demo.put(new CaseFile(file.id(), file.unitId(), file.number(), waitsForTeamLead ? null : caseworker.id(),
                    intake ? Phase.INTAKE : Phase.RUNNING, file.openedOn(), since, null, null));
        }

        private static YearMonth later(YearMonth a, YearMonth b) {
            return a.isAfter(b) ? a : b;
        }

        private LocalDate earlier(LocalDate day) {
            return day.isBefore(today) ? day : today;
        }

        private void notes(DemoCase demo, Staff by, LocalDate on) {
            List<String> texts = List.of("Ringde för att gå igenom ansökan. Inget nytt sedan förra månaden.",
                    "Besök på kontoret. Vi gick igenom ekonomin och planen framåt.", "Hyresavin kom med post.",
                    "Arbetsförmedlingen ringde. Planeringen fortsätter som bestämt.", "Samtal om barnens fritid. Fritidskortet är använt.");
            NoteKind[] kinds = {NoteKind.PHONE, NoteKind.VISIT, NoteKind.MAIL, NoteKind.AUTHORITY, NoteKind.OTHER};
            CaseFile file = demo.one(CaseFile.class).orElseThrow();
            for (int i = 0; i <= random.nextInt(2); i++) {
                int which = random.nextInt(texts.size());
                LocalDate day = earlier(on.plusDays(random.nextInt(6)));
                Instant at = day.atTime(9 + random.nextInt(7), random.nextInt(60)).atZone(SWEDEN).toInstant();
                demo.put(new JournalNote(ids.get(), file.unitId(), file.id(), at, day, by.id(), kinds[which], texts.get(which), null));
            }
        }
    }
}
