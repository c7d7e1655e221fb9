package se.trepart.central.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;
import se.trepart.model.followup.Side;
import se.trepart.wire.DocumentJson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one person sees and changes (sikt), for everything that goes in or out: R31–R34 as {@link CaseAccess} has them, joined with the
 * person's units and named cases. Whatever is not plainly allowed is not seen. The database's row policies say the same once more.
 */
public final class Visibility {

    private static final String CONFLICT_ABOUT = DocumentType.CONFLICT + ":";

    private final StaffAccess staff;
    private final Set<UUID> units = new HashSet<>();
    private final Set<String> sights = new HashSet<>();
    private final Set<String> changeable = new HashSet<>();
    private final boolean seesMoney;

    private Visibility(StaffAccess staff) {
        this.staff = staff;
        if (staff.active()) {
            units.add(Unit.MUNICIPALITY);
            if (staff.roles().stream().anyMatch(CaseAccess::readsCases)) {
                units.addAll(staff.units());
            }
            for (DocumentType type : DocumentType.values()) {
                String conflict = CONFLICT_ABOUT + type;
                for (Role role : staff.roles()) {
                    add(sights, type.name(), CaseAccess.sees(role, type));
                    add(changeable, type.name(), CaseAccess.changes(role, type));
                    add(sights, conflict, CaseAccess.seesConflict(role, type));
                    add(changeable, conflict, CaseAccess.seesConflict(role, type) && CaseAccess.changes(role, type));
                }
            }
            for (Role role : staff.roles()) {
                for (Side side : Side.values()) {
                    ofASide(role, side);
                }
            }
        }
        seesMoney = staff.roles().stream().anyMatch(CaseAccess::seesMoney);
    }

    private void ofASide(Role role, Side side) {
        for (DocumentType type : DocumentType.values()) {
            if (type.ofASide()) {
                boolean conflicts = CaseAccess.seesConflict(role, type, side);
                add(sights, type + ":" + side, CaseAccess.sees(role, side));
                add(changeable, type + ":" + side, CaseAccess.changes(role, side));
                add(sights, CONFLICT_ABOUT + type + ":" + side, conflicts);
                add(changeable, CONFLICT_ABOUT + type + ":" + side, conflicts);
            }
        }
    }

    public static Visibility of(StaffAccess staff) {
        return new Visibility(staff);
    }

    /**
     * What a document is seen as: its kind, of a conflict also the kind of what it is about, of a reminder (and a conflict about one) also
     * the side of the case.
     */
    public static String seenAs(String type, JsonNode body) {
        return type.equals(DocumentType.CONFLICT.name())
                ? CONFLICT_ABOUT + withSide(body.path("aboutType").asString(""), body.path("aboutSide"))
                : withSide(type, body.path("side"));
    }

    private static String withSide(String type, JsonNode side) {
        return DocumentType.named(type).filter(DocumentType::ofASide).isPresent() ? type + ":" + side.asString("") : type;
    }

    /** The units whose documents may lie on this person's workstation. An administrator reads no case. */
    public Set<UUID> units() {
        return units;
    }

    /** Every {@link #seenAs} this person's roles give. */
    public Set<String> sights() {
        return sights;
    }

    Set<String> changeable() {
        return changeable;
    }

    boolean seesMoney() {
        return seesMoney;
    }

    /** Cases with protected identity that this person is named handler of (R34). */
    public Set<UUID> named() {
        return staff.protectedCases();
    }

    public UUID staffId() {
        return staff.staffId();
    }

    /** What decides what is seen: two people for whom it is the same are shown the same. */
    public record Sight(boolean active, Set<Role> roles, Set<UUID> units, Set<UUID> named) {}

    public Sight sight() {
        return new Sight(staff.active(), staff.roles(), staff.units(), staff.protectedCases());
    }

    /** Whose sight it is. */
    public StaffAccess staff() {
        return staff;
    }

    /** @param guarded whether the case is seen by its named handlers only (R34) */
    public boolean sees(String sight, UUID unitId, @Nullable UUID caseId, boolean guarded) {
        return units.contains(unitId) && sights.contains(sight) && !hidden(caseId, guarded);
    }

    /** Whether this person may write such a document in the unit. What is the municipality's is the administrator's. */
    public boolean changes(String sight, UUID unitId, @Nullable UUID caseId, boolean guarded) {
        return units.contains(unitId) && changeable.contains(sight) && belongs(sight, unitId) && !hidden(caseId, guarded);
    }

    /** Whether a document can lie in the unit at all: registers and settings in the municipality's, cases in the others. */
    public static boolean belongs(String sight, UUID unitId) {
        String type = (sight.startsWith(CONFLICT_ABOUT) ? sight.substring(CONFLICT_ABOUT.length()) : sight).split(":", 2)[0];
        Optional<DocumentType> known = DocumentJson.type(type);
        return known.isPresent() && CaseAccess.ofTheMunicipality(known.get()) == unitId.equals(Unit.MUNICIPALITY);
    }

    /**
     * The document as this person may have it. A consultant's household has no address, bank account or sign of income; who is named for
     * which protected case is known to those who share it and to the administrator who names them.
     */
    public JsonNode shown(String type, JsonNode body) {
        if (type.equals(DocumentType.HOUSEHOLD.name()) && !seesMoney && body instanceof ObjectNode household) {
            ObjectNode shown = household.deepCopy();
            for (JsonNode adult : shown.withArray("adults")) {
                if (adult instanceof ObjectNode known) {
                    known.remove("account");
                    known.put("jobStimulus", false);
                }
                withoutAddress(adult);
            }
            shown.withArray("children").forEach(Visibility::withoutAddress);
            return shown;
        }
        if (type.equals(DocumentType.STAFF.name()) && !staff.roles().contains(Role.ADMINISTRATOR) && body instanceof ObjectNode person
                && person.get("protectedCases") instanceof ArrayNode named && !named.isEmpty()) {
            ObjectNode shown = person.deepCopy();
            ArrayNode shared = shown.putArray("protectedCases");
            named.forEach(caseId -> {
                if (staff.protectedCases().stream().anyMatch(own -> own.toString().equals(caseId.asString("")))) {
                    shared.add(caseId);
                }
            });
            return shown;
        }
        return body;
    }

    private boolean hidden(@Nullable UUID caseId, boolean guarded) {
        return caseId != null && guarded && !staff.protectedCases().contains(caseId);
    }

    private static void withoutAddress(JsonNode member) {
        if (member.get("person") instanceof ObjectNode person) {
            person.remove("address");
        }
    }

    private static void add(Collection<String> to, String what, boolean allowed) {
        if (allowed) {
            to.add(what);
        }
    }
}
