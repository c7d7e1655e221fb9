package se.trepart.app.conflict;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Money;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a field of a document is, read from the records themselves (fält): so a field that is new in the model can be shown at once.
 *
 * @param owner the record that the field is a member of
 * @param type what its value is; the element's for a list
 */
record FieldShape(Class<?> owner, String member, Class<?> type, boolean list) {

    private static final List<Class<?>> WRITABLE = List.of(String.class, Money.class, LocalDate.class, int.class, boolean.class);

    /** Empty when the document or the field is of a newer version. */
    static Optional<FieldShape> of(String documentType, String path) {
        return DocumentJson.type(documentType).flatMap(type -> walk(type.record(), path.split("\\.")));
    }

    /** The name of a member without the id of a list's element. */
    static String nameOf(String step) {
        int bracket = step.indexOf('[');
        return bracket < 0 ? step : step.substring(0, bracket);
    }

    /** Whether a person can write a value of their own. */
    boolean writable() {
        return !list && (type.isEnum() || WRITABLE.contains(type));
    }

    /** An id of something else; a person's or a unit's is shown by name, others say nothing to a reader. */
    boolean reference() {
        return type == UUID.class;
    }

    /** The value itself; empty when it is of a newer version. */
    Optional<Object> value(String json) {
        try {
            return list
                    ? Optional.of(Json.MAPPER.readValue(json, Json.MAPPER.getTypeFactory().constructCollectionType(List.class, type)))
                    : Optional.of(Json.MAPPER.readValue(json, type));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static String json(Object value) {
        return Json.canonical(Json.MAPPER.valueToTree(value));
    }

    private static Optional<FieldShape> walk(Class<?> document, String[] steps) {
        @Nullable
        Class<?> owner = document;
        FieldShape found = null;
        for (String step : steps) {
            if (owner == null || !owner.isRecord()) {
                return Optional.empty();
            }
            found = member(owner, nameOf(step)).orElse(null);
            owner = found == null ? null : found.type();
        }
        return Optional.ofNullable(found);
    }

    private static Optional<FieldShape> member(Class<?> owner, String name) {
        return Arrays.stream(owner.getRecordComponents()).filter(c -> c.getName().equals(name)).findFirst().map(c -> shape(owner, c));
    }

    private static FieldShape shape(Class<?> owner, RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic && generic.getActualTypeArguments()[0] instanceof Class<?> of) {
            return new FieldShape(owner, component.getName(), of, true);
        }
        return new FieldShape(owner, component.getName(), component.getType(), false);
    }
}
