package se.trepart.model.merge;

import org.jspecify.annotations.Nullable;

/** A field's value before and after, as canonical JSON text; null where the field was not there. */
public record FieldChange(@Nullable String before, @Nullable String after) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "FieldChange[…]";
    }
}
