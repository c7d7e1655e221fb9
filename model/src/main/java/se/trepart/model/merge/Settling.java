package se.trepart.model.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.merge.Conflict.ConflictField;

import org.jspecify.annotations.Nullable;

/** How a person settles a conflict (reda ut): one side or own words for each choice, with a reason, once for all. Nothing is chosen beforehand. */
public final class Settling {

    /** What a person chose. */
    public sealed interface Chosen {

        /** What stands is kept. */
        record Theirs() implements Chosen {}

        /** What waits is taken in. */
        record Mine() implements Chosen {}

        /** @param values for every field of the choice by its id, as canonical JSON text; null for none */
        record Own(Map<UUID, @Nullable String> values) implements Chosen {

            /** Never the content: a record's text ends up in logs. */
            @Override
            public String toString() {
                return "Own[…]";
            }
        }
    }

    /** What is still missing before a conflict can be settled. */
    public sealed interface Lacking {

        /** Nothing is chosen there yet, or the own words are not complete. */
        record Choice(String key) implements Lacking {}

        record Reason() implements Lacking {}
    }

    private Settling() {}

    /**
     * Who may settle it: those who change cases in its unit, and what is of the plan side also the consultants there; work of somebody who
     * lost access waits for the team lead.
     */
    public static boolean allowed(Staff staff, Conflict conflict) {
        return staff.units().contains(conflict.unitId()) && staff.roles()
                .stream()
                .anyMatch(conflict.refused().equals(Conflict.ACCESS_WITHDRAWN)
                        ? role -> role.covers(Role.TEAM_LEAD)
                        : role -> CaseAccess.settles(role, DocumentType.named(conflict.aboutType()), conflict.aboutSide()));
    }

    /** R17: what is locked cannot be changed by a choice either; it is corrected by a new document. */
    public static boolean mineTakeable(Conflict conflict) {
        return !conflict.refused().equals(Conflict.LOCKED);
    }

    public static List<Lacking> lacking(Conflict conflict, Map<String, Chosen> chosen, String reason) {
        List<Lacking> lacking = new ArrayList<>();
        for (ConflictChoice choice : conflict.choices()) {
            if (!complete(conflict, choice, chosen.get(choice.key()))) {
                lacking.add(new Lacking.Choice(choice.key()));
            }
        }
        if (reason.isBlank()) {
            lacking.add(new Lacking.Reason());
        }
        return lacking;
    }

    /**
     * The conflict as settled, for the central store to bring what was chosen into the document.
     *
     * @throws ConflictNotSettled when something is lacking, or it was settled before
     */
    public static Conflict settle(Conflict conflict, Map<String, Chosen> chosen, String reason, UUID by, Instant at) {
        if (!conflict.open() || !lacking(conflict, chosen, reason).isEmpty()) {
            throw new ConflictNotSettled();
        }
        Map<UUID, ConflictField> settled = new HashMap<>();
        for (ConflictChoice choice : conflict.choices()) {
            Chosen how = Objects.requireNonNull(chosen.get(choice.key()));
            choice.fields().forEach(field -> settled.put(field.id(), field.settled(value(field, how), reason.strip())));
        }
        List<ConflictField> fields = conflict.fields().stream().map(field -> Objects.requireNonNull(settled.get(field.id()))).toList();
        return conflict.settled(fields, by, at);
    }

    private static boolean complete(Conflict conflict, ConflictChoice choice, @Nullable Chosen chosen) {
        return switch (chosen) {
            case null -> false;
            case Chosen.Theirs _ -> true;
            case Chosen.Mine _ -> mineTakeable(conflict);
            case Chosen.Own own -> !choice.whole() && choice.fields().stream().allMatch(field -> own.values().containsKey(field.id()));
        };
    }

    private static @Nullable String value(ConflictField field, Chosen chosen) {
        return switch (chosen) {
            case Chosen.Theirs _ -> field.theirs();
            case Chosen.Mine _ -> field.mine();
            case Chosen.Own own -> own.values().get(field.id());
        };
    }
}
