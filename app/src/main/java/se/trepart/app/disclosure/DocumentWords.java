package se.trepart.app.disclosure;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.conflict.ConflictWords;
import se.trepart.app.disclosure.DocumentSheet.Line;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.application.FormAnswer;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.disclosure.Disclosure;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.norm.Calculation;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.AttendanceSummary;

import org.jspecify.annotations.Nullable;

/**
 * Any document of a case in words, every field that says something to a reader (handling i klartext). Read from the records themselves, so
 * a field that is new in the model is never forgotten.
 */
final class DocumentWords {

    private static final String NONE = "–";

    private final CaseSituation now;
    private final Desk desk;
    private final Disclosure rules;
    private final List<DecisionReason> reasons;

    /** @param reasons the catalogue that a decision's codes are from */
    DocumentWords(CaseSituation now, Desk desk, Disclosure rules, List<DecisionReason> reasons) {
        this.now = now;
        this.desk = desk;
        this.rules = rules;
        this.reasons = List.copyOf(reasons);
    }

    /** "Ansökan för december 2026", "Journalanteckning: besök". */
    String title(Document document) {
        Texts texts = desk.texts();
        return switch (document) {
            case Letter letter -> words(document).words(Letter.class, "kind", letter.kind());
            case SentPaper paper -> words(document).words(SentPaper.class, "kind", paper.kind());
            case JournalNote note -> texts.of("disclosure.of-kind", kind(note),
                    words(note).words(JournalNote.class, "kind", note.kind()).toLowerCase(Locale.ROOT));
            case Application one -> texts.of("disclosure.for", kind(one), Formats.month(one.period()));
            case Calculation one -> texts.of("disclosure.for", kind(one), Formats.month(one.period()));
            case Decision one -> texts.of("disclosure.for", kind(one), Formats.month(one.period()));
            case AttendanceSummary one -> texts.of("disclosure.for", kind(one), Formats.month(one.month()));
            case Action action -> texts.of("disclosure.of-kind", kind(action),
                    words(action).words(ActionTerms.class, "kind", action.terms().kind()).toLowerCase(Locale.ROOT));
            default -> kind(document);
        };
    }

    /** "Ansökan", "Journalanteckning": never what it says. */
    String kind(Document document) {
        return desk.texts().name("disclosure.document", document.documentType());
    }

    String day(Document document) {
        return Formats.longDate(Disclosure.day(document));
    }

    /** @param first whether it begins a part of the file */
    DocumentSheet sheet(Document document, boolean first) {
        List<Line> lines = new ArrayList<>();
        walk((Record) document, 0, words(document), lines);
        return new DocumentSheet("h" + document.id(), title(document), day(document), first, lines);
    }

    private ConflictWords words(Document document) {
        return new ConflictWords(document.documentType().name(), document, now.documents().household(), now.registers(), desk.texts(),
                desk.formats());
    }

    private void walk(Record record, int depth, ConflictWords words, List<Line> lines) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String member = component.getName();
            Optional<String> label = words.label(record.getClass(), member);
            Object value = value(record, component);
            if (value == null || value instanceof String text && text.isBlank()) {
                continue;
            }
            if (label.isEmpty()) {
                // a record that only holds others together, such as an adult's person, has no name of its own
                if (value instanceof Record part && !leaf(part)) {
                    walk(part, depth, words, lines);
                }
            } else if (rules.hides(record.getClass(), member)) {
                field(label.get(), desk.texts().of("disclosure.hidden"), lines);
            } else if (value instanceof Collection<?> many) {
                list(label.get(), many, record, member, depth, words, lines);
            } else if (value instanceof Record part && !leaf(part)) {
                lines.add(heading(depth, label.get()));
                walk(part, depth + 1, words, lines);
            } else {
                field(label.get(), said(record, member, value, words), lines);
            }
        }
    }

    private void list(String label, Collection<?> many, Record owner, String member, int depth, ConflictWords words, List<Line> lines) {
        if (many.isEmpty()) {
            return;
        }
        if (many.stream().noneMatch(one -> one instanceof Record part && !leaf(part))) {
            field(label, words.words(owner.getClass(), member, many), lines);
            return;
        }
        lines.add(heading(depth, label));
        int number = 0;
        for (Object one : many) {
            number++;
            switch (one) {
                case FormAnswer answer -> field(answer.question(), answer.answer(), lines);
                case Record part -> {
                    lines.add(heading(depth + 1, name(part, words).orElse(desk.texts().of("disclosure.numbered", label, number))));
                    walk(part, depth + 2, words, lines);
                }
                default -> field(label, String.valueOf(one), lines);
            }
        }
    }

    private Optional<String> name(Record part, ConflictWords words) {
        if (part instanceof DecisionItem item) {
            String key = "text.cost." + item.code();
            return Optional.of(desk.texts().of(desk.texts().has(key) ? key : "disclosure.support"));
        }
        return words.named(part).filter(name -> !name.isBlank());
    }

    private String said(Record owner, String member, Object value, ConflictWords words) {
        if (owner instanceof DecisionItem && member.equals("reasonCode")) {
            return DecisionReason.find(reasons, String.valueOf(value)).map(DecisionReason::text).orElse("");
        }
        String said = words.words(owner.getClass(), member, value);
        // an id that means nobody here says nothing to a reader
        return value instanceof UUID && said.equals(NONE) ? "" : said;
    }

    private static void field(String label, String said, List<Line> lines) {
        List<String> paragraphs = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!paragraphs.isEmpty()) {
            lines.add(new Line(0, label, paragraphs));
        }
    }

    private static Line heading(int depth, String label) {
        return new Line(depth == 0 ? 1 : 2, label, List.of());
    }

    private static boolean leaf(Record part) {
        return part instanceof Money || part instanceof PersonalNumber;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName(), e);
        }
    }
}
