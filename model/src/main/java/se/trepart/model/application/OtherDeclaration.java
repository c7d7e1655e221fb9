package se.trepart.model.application;

import java.util.UUID;

/** Something else the form told that is kept and shown: a benefit waited for, an asset, a planned activity. */
public record OtherDeclaration(UUID id, DeclarationKind kind, String text) {

    /** Which part of the form it stood in. */
    public enum DeclarationKind {
        PENDING_BENEFIT,
        ASSET,
        PLANNED_ACTIVITY
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "OtherDeclaration[" + id + "]";
    }
}
