package se.trepart.model.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import se.trepart.model.DocumentType;
import se.trepart.model.DocumentType.Merging;
import se.trepart.model.merge.Conflict.ConflictField;

import org.jspecify.annotations.Nullable;

/**
 * What a person chooses as one in a conflict (val): a field, fields that mean something only together, or the whole document.
 *
 * @param key the same for the same fields, different within a conflict; "" for the whole document
 */
public record ConflictChoice(String key, List<ConflictField> fields) {

    private static final List<Function<ConflictField, @Nullable String>> SIDES = List.of(ConflictField::base, ConflictField::theirs,
            ConflictField::mine);

    public ConflictChoice {
        fields = List.copyOf(fields);
    }

    /** The choices of a conflict, in the order of its fields. */
    static List<ConflictChoice> of(Conflict conflict) {
        if (asOne(conflict)) {
            return List.of(new ConflictChoice("", conflict.fields()));
        }
        Map<String, List<ConflictField>> units = new LinkedHashMap<>();
        for (ConflictField field : conflict.fields()) {
            units.computeIfAbsent(unitOf(field.path(), conflict.fields()), _ -> new ArrayList<>()).add(field);
        }
        return units.entrySet().stream().map(unit -> new ConflictChoice(unit.getKey(), unit.getValue())).toList();
    }

    /** A whole document, to be taken as one side has it. */
    public boolean whole() {
        return key.isEmpty();
    }

    /** A document made or taken away, one that is locked, and one that is never brought together by machine. */
    private static boolean asOne(Conflict conflict) {
        boolean byField = List.of(DocumentType.values())
                .stream()
                .anyMatch(type -> type.name().equals(conflict.aboutType()) && type.merging() == Merging.BY_FIELD);
        return !byField || conflict.refused().equals(Conflict.LOCKED) || has(conflict.fields(), "id");
    }

    private static String unitOf(String path, List<ConflictField> fields) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            String object = path.substring(0, dot);
            if (object.endsWith("]") ? has(fields, object + ".id") : absentOnOneSide(object, fields)) {
                return object;
            }
        }
        return FieldGroups.of(path).orElse(path);
    }

    private static boolean has(List<ConflictField> fields, String path) {
        return fields.stream().anyMatch(field -> field.path().equals(path));
    }

    /** An object that one of the three does not have: half of it would be nobody's. */
    private static boolean absentOnOneSide(String object, List<ConflictField> fields) {
        List<ConflictField> inside = fields.stream().filter(field -> field.path().startsWith(object + ".")).toList();
        return inside.size() > 1 && SIDES.stream().anyMatch(side -> inside.stream().map(side).allMatch(Objects::isNull));
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ConflictChoice[" + fields.size() + " fields]";
    }
}
