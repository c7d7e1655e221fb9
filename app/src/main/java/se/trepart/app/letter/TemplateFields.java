package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.model.Table;
import se.trepart.model.letter.LetterKind;

/**
 * What a template of a kind of letter may use (fältlista): the facts of the letter and the pieces that the program writes, such as how to
 * appeal. Nothing else of the program can be reached from a template. One table, {@code letter-fields.csv}.
 */
public final class TemplateFields {

    private static final Map<LetterKind, TemplateFields> ALL = read();

    /** What stands behind a name. */
    public enum Type {
        /** a word, a name, an amount or a day */
        TEXT,
        /** paragraphs or points */
        LIST,
        /** whether something is so; only for a condition */
        YES,
        /** how several things applied for went; only for a piece */
        ANSWERS,
        /** a piece that stands inside a paragraph */
        INLINE,
        /** a piece with paragraphs and headings of its own */
        BLOCK
    }

    /**
     * One of them.
     *
     * @param name as it stands in a template
     * @param word what people call it
     * @param insert what is put into the template for it; empty for what is not offered
     * @param must whether a letter that tells it in the program's own text must tell it in the municipality's
     * @param takes what a piece is given, in order; a question mark after what may be left out
     */
    public record TemplateField(String name, Type type, String word, String insert, boolean must, List<String> takes) {

        public TemplateField {
            takes = List.copyOf(takes);
        }

        boolean piece() {
            return type == Type.INLINE || type == Type.BLOCK;
        }
    }

    private final List<TemplateField> fields;

    private TemplateFields(List<TemplateField> fields) {
        this.fields = List.copyOf(fields);
    }

    public static TemplateFields of(LetterKind kind) {
        return Optional.ofNullable(ALL.get(kind)).orElseThrow();
    }

    /** Those that are offered, in the order of the table. */
    public List<TemplateField> offered() {
        return fields.stream().filter(field -> !field.insert().isEmpty()).toList();
    }

    Stream<TemplateField> musts() {
        return fields.stream().filter(TemplateField::must);
    }

    Optional<TemplateField> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What the field is in a letter, for the one who chooses; empty for a piece. */
    public static String example(TemplateField field, LetterPage page) {
        if (field.piece()) {
            return "";
        }
        Object value = field.name().startsWith("d.") ? page.body() : page;
        for (String step : field.name().substring(field.name().indexOf('.') + 1).split("\\.")) {
            value = part(value, step);
        }
        return value instanceof List<?> many ? many.stream().map(String::valueOf).findFirst().orElse("") : String.valueOf(value);
    }

    private static Object part(Object of, String member) {
        try {
            return Objects.requireNonNull(of.getClass().getMethod(member).invoke(of));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no field " + member, e);
        }
    }

    private static Map<LetterKind, TemplateFields> read() {
        List<Table.Row> rows = Table.read(TemplateFields.class, "letter-fields.csv");
        Map<LetterKind, TemplateFields> all = new EnumMap<>(LetterKind.class);
        for (LetterKind kind : LetterKind.values()) {
            String body = body(kind).getSimpleName();
            List<TemplateField> fields = new ArrayList<>();
            rows.stream()
                    .filter(row -> row.text("of").equals("*") || List.of(row.text("of").split("\\|")).contains(body))
                    .forEach(row -> fields.add(field(row)));
            all.put(kind, new TemplateFields(fields));
        }
        return all;
    }

    private static TemplateField field(Table.Row row) {
        String name = row.text("name");
        Type type = Type.valueOf(row.text("type").toUpperCase(Locale.ROOT));
        String insert = switch (row.text("insert")) {
            case "field" -> "{{ " + name + " }}";
            case "list" -> "{{ paragraphs(" + name + ") }}";
            case "steps" -> "{{ steps(" + name + ") }}";
            default -> row.text("insert");
        };
        return new TemplateField(name, type, row.text("word"), insert, row.yes("must"),
                row.text("takes").isEmpty() ? List.of() : List.of(row.text("takes").split(" ")));
    }

    private static Class<? extends LetterBody> body(LetterKind kind) {
        return switch (kind) {
            case GRANTED, PARTLY, REFUSED, DISMISSED, WITHDRAWN -> LetterBody.Decided.class;
            case COMPLETION_REQUEST -> LetterBody.Asked.class;
            case COMMUNICATION -> LetterBody.Told.class;
            case REFERRAL_COPY -> LetterBody.Referred.class;
            case CASEWORKER_CHANGE -> LetterBody.Changed.class;
            case CONFIRMATION, DELAY -> LetterBody.Received.class;
            case OWN -> LetterBody.Own.class;
            case RECOVERY_NOTICE, RECOVERY -> LetterBody.Reclaimed.class;
        };
    }
}
