package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Intake;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.followup.LongTermAid;
import se.trepart.model.person.Person;
import se.trepart.model.plan.InvalidAbsence;

/**
 * What the head of a case says (ärendehuvud), in words.
 *
 * @param facts number, unit and responsible, with points between
 * @param household "1 vuxen, 2 barn"
 * @param phase "Mottagning sedan 20 okt"
 * @param periods the case's applications, newest first
 */
public record CaseHead(String name, String facts, String household, String phase, List<Badge> badges, List<Period> periods) {

    /** A mark with a word. */
    public record Badge(String text, Weight weight) {}

    /** How much a badge wants to be seen; the word says the rest. */
    public enum Weight {
        QUIET,
        ATTENTION,
        URGENT
    }

    /** An application to choose, as "november ▸ december 2026". */
    public record Period(UUID applicationId, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    public static CaseHead of(CaseSituation now, Texts texts, Formats formats) {
        CaseDocuments documents = now.documents();
        CaseFile file = documents.file();
        Household household = documents.household();
        String responsible = now.registers().staff(file.responsible()).map(Staff::name).orElse(texts.of("casefile.head.nobody"));
        String unit = now.registers().unit(file.unitId()).map(Unit::name).orElse("–");
        return new CaseHead(household.applicant().person().listName(), String.join(" · ", file.number(), unit, responsible),
                people(household, texts), phase(file, texts, formats), badges(now, texts, formats),
                documents.applications().reversed().stream().map(a -> new Period(a.id(), period(documents, a, texts))).toList());
    }

    /** As the list of open cases calls it: "Öberg A". */
    public static String shortName(Household household) {
        return shortName(household.applicant().person());
    }

    /** As the list of what is open calls a person: "Öberg A". */
    public static String shortName(Person person) {
        return person.lastName()
                + person.firstName().codePoints().limit(1).mapToObj(c -> " " + Character.toString(c)).findFirst().orElse("");
    }

    private static String people(Household household, Texts texts) {
        String adults = texts.count("casefile.head.adults", household.adults().size());
        int children = household.children().size();
        String all = children == 0 ? adults : adults + ", " + texts.count("casefile.head.children", children);
        return household.sharedHomeSize() == 0 ? all : all + ", " + texts.of("casefile.head.shared-home", household.sharedHomeSize());
    }

    private static String phase(CaseFile file, Texts texts, Formats formats) {
        return texts.of("casefile.head.since", texts.name("text.phase", file.phase()), formats.shortDate(file.phaseSince()));
    }

    private static List<Badge> badges(CaseSituation now, Texts texts, Formats formats) {
        CaseDocuments documents = now.documents();
        Household household = documents.household();
        List<Badge> badges = new ArrayList<>();
        if (household.isProtected()) {
            badges.add(new Badge(texts.of("casefile.badge.protected"), Weight.URGENT));
        }
        if (!household.children().isEmpty()) {
            badges.add(new Badge(texts.of("casefile.badge.children"), Weight.QUIET));
        }
        longTerm(now).filter(LongTermAid::longTerm)
                .map(aid -> new Badge(texts.of("casefile.badge.long-term", aid.months()), Weight.ATTENTION))
                .ifPresent(badges::add);
        interpreters(household).map(language -> new Badge(texts.of("casefile.badge.interpreter", language), Weight.QUIET))
                .forEach(badges::add);
        intake(documents.file(), now, texts, formats).ifPresent(badges::add);
        absence(now, texts, formats).ifPresent(badges::add);
        return badges;
    }

    /** R24: until it is recorded what it led to. */
    private static Optional<Badge> absence(CaseSituation now, Texts texts, Formats formats) {
        int open = (int) now.absences().stream().filter(InvalidAbsence::open).count();
        return open == 0 ? Optional.empty() : Optional.of(new Badge(new AbsenceWords(texts, formats).days(open), Weight.URGENT));
    }

    private static Stream<String> interpreters(Household household) {
        return household.people().flatMap(p -> Optional.ofNullable(p.interpreterLanguage()).stream()).distinct();
    }

    private static Optional<LongTermAid> longTerm(CaseSituation now) {
        return now.atHand().map(a -> LongTermAid.of(now.documents().of(Decision.class), a.period(), now.registers().settings(now.today())));
    }

    /** R3: the last day in intake, from a month before. */
    private static Optional<Badge> intake(CaseFile file, CaseSituation now, Texts texts, Formats formats) {
        Settings settings = now.registers().settings(now.today());
        LocalDate lastDay = Intake.lastDay(file, settings);
        if (file.phase() != Phase.INTAKE || now.today().isBefore(lastDay.minusMonths(1))) {
            return Optional.empty();
        }
        Weight weight = Intake.overdue(file, now.today(), settings) ? Weight.URGENT : Weight.ATTENTION;
        return Optional.of(new Badge(texts.of("casefile.badge.hand-over", formats.due(lastDay)), weight));
    }

    private static String period(CaseDocuments documents, Application application, Texts texts) {
        String month = Formats.month(application.period());
        String from = documents.before(application).map(b -> monthBefore(b, application) + " ▸ ").orElse("");
        String period = from + month;
        return application.kind() == ApplicationKind.SUPPLEMENTARY ? texts.of("casefile.head.supplementary", period) : period;
    }

    private static String monthBefore(Application before, Application application) {
        String month = Formats.month(before.period());
        return before.period().getYear() == application.period().getYear() ? month.substring(0, month.indexOf(' ')) : month;
    }
}
