package se.trepart.app.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.app.casefile.Registers;
import se.trepart.app.text.Formats;
import se.trepart.app.text.LineNames;
import se.trepart.app.text.Texts;
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
import se.trepart.model.application.CompletionRequest.MissingPaper;
import se.trepart.model.application.CostType;
import se.trepart.model.application.HousingForm;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.application.JobApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.followup.DayItem;
import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.ChildAssessment;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingNotes.AgendaItem;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.ExemptionGround;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.SelfSupport.ObstaclePeriod;

import org.jspecify.annotations.Nullable;

/**
 * What fields and values of documents are called (fältnamn och värden), as people say it: never a path and never JSON.
 *
 * @param about the document in question as it is now, null when it is not here
 * @param household who the ids of people mean, null when not known
 */
public record ConflictWords(String aboutType, @Nullable Document about, @Nullable Household household, Registers registers, Texts texts,
        Formats formats) {

    private static final String NONE = "–";
    private static final String FIELD = "conflict.field";
    private static final String CODE = "conflict.code";
    private static final Set<String> CATALOGUED = Set.of("ActionTerms.kind", "ActionOffer.kind", "Referral.wantedKind",
            "ObstaclePeriod.key", "Exemption.ground");

    /** "Ansökan för december 2026", "Ärendet". */
    public String document() {
        String name = document(aboutType, texts);
        return switch (about) {
            case Application application -> texts.of("conflict.document-month", name, Formats.month(application.period()));
            case Calculation calculation -> texts.of("conflict.document-month", name, Formats.month(calculation.period()));
            case AttendanceSummary summary -> texts.of("conflict.document-month", name, Formats.month(summary.month()));
            case Attendance attendance -> texts.of("conflict.document-week", name, attendance.weekNumber());
            case Action action -> texts.of("conflict.document-name", name, kind(action.terms().kind()));
            case null, default -> name;
        };
    }

    static String document(String type, Texts texts) {
        String key = "conflict.document";
        // a newer client may know more kinds of document
        return texts.has(key + "." + type) ? texts.of(key + "." + type) : texts.of("conflict.document.OTHER");
    }

    /** Where in the document the field stands, outermost first: "Inkomster, Lön"; empty at the top. */
    String place(String path) {
        String[] steps = path.split("\\.");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < steps.length - 1; i++) {
            String upTo = String.join(".", List.of(steps).subList(0, i + 1));
            FieldShape.of(aboutType, upTo).flatMap(this::name).ifPresent(words::add);
            element(upTo).ifPresent(words::add);
        }
        return String.join(", ", words);
    }

    /** What the field is called: "Belopp". */
    public String field(String path) {
        return FieldShape.of(aboutType, path).flatMap(this::name).orElse(texts.of("conflict.field.newer"));
    }

    /** Whether the field says something to a reader; ids, check sums and the file as it came do not. */
    boolean readable(ConflictField field) {
        return Stream.of(field.base(), field.theirs(), field.mine()).anyMatch(json -> json != null && readable(field.path(), json));
    }

    public boolean readable(String path, String json) {
        FieldShape shape = FieldShape.of(aboutType, path).orElse(null);
        if (shape == null) {
            return true;
        }
        return shape.reference() ? shape.value(json).flatMap(this::known).isPresent() : name(shape).isPresent();
    }

    /** "–" for none. */
    public String value(String path, @Nullable String json) {
        if (json == null) {
            return NONE;
        }
        return FieldShape.of(aboutType, path)
                .flatMap(shape -> shape.value(json)
                        .map(value -> value instanceof String key && ofACatalogue(shape) ? inWords(key) : words(value)))
                .filter(words -> !words.isBlank())
                .orElse(NONE);
    }

    /** What a member of a record is called; empty for what says nothing to a reader. */
    public Optional<String> label(Class<?> owner, String member) {
        return name(new FieldShape(owner, member, Object.class, false), texts);
    }

    /** A member's value as people say it; "–" for an id that nobody knows. */
    public String words(Class<?> owner, String member, Object value) {
        boolean key = value instanceof String text && !text.isBlank() && CATALOGUED.contains(owner.getSimpleName() + "." + member);
        return key ? inWords((String) value) : words(value);
    }

    String words(Object value) {
        return switch (value) {
            case Money money -> Formats.money(money);
            case LocalDate day -> Formats.longDate(day);
            case YearMonth month -> Formats.month(month);
            case Instant at -> formats.time(at);
            case LocalDateTime at -> formats.time(at.atZone(MeetingTime.SWEDEN).toInstant());
            case Boolean yes -> texts.of(yes ? "conflict.yes" : "conflict.no");
            case Enum<?> code -> code(code, texts);
            case PersonalNumber number -> number.written();
            case UUID id -> known(id).orElse(NONE);
            case Collection<?> many -> many.stream().map(this::words).collect(Collectors.joining(", "));
            case Record _ -> texts.of("conflict.value.several");
            default -> value.toString();
        };
    }

    /** Whether its value is a key of one of the program's catalogues. */
    private static boolean ofACatalogue(FieldShape shape) {
        return CATALOGUED.contains(shape.owner().getSimpleName() + "." + shape.member());
    }

    private static String inWords(String key) {
        return Obstacle.of(key)
                .map(ConflictWords::obstacle)
                .or(() -> ExemptionGround.of(key).map(ExemptionGround::name))
                .orElseGet(() -> kind(key));
    }

    private static String kind(String key) {
        return ActionKind.nameOf(key);
    }

    private static String obstacle(Obstacle obstacle) {
        return obstacle.choice().isEmpty() ? obstacle.group() : obstacle.group() + ", " + obstacle.choice();
    }

    static String code(Enum<?> code, Texts texts) {
        return switch (code) {
            case DayItem.Kind kind -> texts.name("today.kind", kind);
            case Phase phase -> texts.name("text.phase", phase);
            case ApplicationKind kind -> texts.name("text.application-kind", kind);
            case ApplicationStatus status -> texts.name("text.application-status", status);
            case Channel channel -> texts.name("text.channel", channel);
            case CostType type -> texts.name("text.cost", type);
            case IncomeType type -> texts.name("text.income", type);
            case HousingForm form -> texts.name("text.housing-form", form);
            case Role role -> texts.name("shell.role", role);
            default -> texts.of(CODE + "." + code.getDeclaringClass().getSimpleName() + "-" + code.name());
        };
    }

    private Optional<String> name(FieldShape shape) {
        return name(shape, texts);
    }

    /** The record's own name for the member, or what all call it; empty for what says nothing to a reader. */
    static Optional<String> name(FieldShape shape, Texts texts) {
        return Stream.of(FIELD + "." + shape.owner().getSimpleName() + "-" + shape.member(), FIELD + "." + shape.member())
                .filter(texts::has)
                .findFirst()
                .map(texts::of);
    }

    private Optional<String> known(Object id) {
        return id instanceof UUID uuid
                ? registers.staff(uuid).map(Staff::name).or(() -> registers.unit(uuid).map(Unit::name)).or(() -> member(uuid))
                : Optional.empty();
    }

    private Optional<String> member(UUID id) {
        Household known = household;
        return known == null
                ? Optional.empty()
                : Stream.<Record>concat(known.adults().stream(), known.children().stream())
                        .filter(one -> id.equals(idOf(one)))
                        .findFirst()
                        .flatMap(this::named);
    }

    /** What an element of a list is called, from the document as it is. */
    private Optional<String> element(String path) {
        int bracket = path.lastIndexOf('[');
        if (about == null || !path.endsWith("]")) {
            return Optional.empty();
        }
        String id = path.substring(bracket + 1, path.length() - 1);
        return found(about, id).flatMap(this::named);
    }

    /** The part of a record, however deep, that has the id. */
    private static Optional<Record> found(Object in, String id) {
        if (in instanceof Collection<?> many) {
            return many.stream().flatMap(one -> found(one, id).stream()).findFirst();
        }
        if (!(in instanceof Record one) || in instanceof Money || in instanceof PersonalNumber) {
            return Optional.empty();
        }
        if (id.equals(String.valueOf(idOf(one)))) {
            return Optional.of(one);
        }
        return Stream.of(one.getClass().getRecordComponents())
                .flatMap(c -> Stream.ofNullable(part(one, c.getName())))
                .flatMap(part -> found(part, id).stream())
                .findFirst();
    }

    private static @Nullable Object idOf(Record one) {
        return part(one, "id");
    }

    private static @Nullable Object part(Record of, String member) {
        try {
            return of.getClass().getMethod(member).invoke(of);
        } catch (ReflectiveOperationException _) {
            return null;
        }
    }

    /** What a part of a document is called; empty for what has no name of its own. */
    public Optional<String> named(Record element) {
        return Optional.ofNullable(switch (element) {
            case Income income -> code(income.type(), texts);
            case AppliedCost cost -> code(cost.type(), texts);
            case Adult adult -> adult.person().name();
            case Child child -> child.person().firstName();
            case MissingPaper paper -> paper.what();
            case JobApplication job -> job.title();
            case CalculationLine line -> new LineNames(texts).of(line);
            case CheckItem item -> question(item.stepKey());
            case ChildAssessment child -> member(child.childId()).orElse(null);
            case Attendance.Mark mark -> Formats.longDate(mark.on());
            case Action.ActionStep step -> step.what();
            case Plan.Goal goal -> goal.what();
            case Agreement agreement -> agreement.what();
            case AgendaItem item -> item.what();
            case Participant participant -> participant.name();
            case ObstaclePeriod period -> inWords(period.key());
            default -> null;
        });
    }

    private @Nullable String question(String stepKey) {
        return registers.templates()
                .stream()
                .flatMap(template -> template.step(stepKey).stream())
                .map(ChecklistStep::question)
                .findFirst()
                .orElse(null);
    }

    /** With a small letter, to stand inside a sentence. */
    static String inside(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
