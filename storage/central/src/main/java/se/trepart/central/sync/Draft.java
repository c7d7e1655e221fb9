package se.trepart.central.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Documents as an intent makes them, on top of the documents as they are; kept or thrown away as a whole. */
final class Draft {

    private final @Nullable Draft below;
    private final Map<EntityKey, Entity> entities = new HashMap<>();
    private final Map<EntityKey, UUID> openConflicts = new HashMap<>();
    private final Set<UUID> closedConflicts = new HashSet<>();
    private final List<Effect> effects = new ArrayList<>();

    Draft(Map<EntityKey, Entity> entities, Map<EntityKey, UUID> openConflicts) {
        this.below = null;
        this.entities.putAll(entities);
        this.openConflicts.putAll(openConflicts);
    }

    private Draft(Draft below) {
        this.below = below;
    }

    Draft above() {
        return new Draft(this);
    }

    Optional<Entity> find(EntityKey key) {
        Entity own = entities.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        return below == null ? Optional.empty() : below.find(key);
    }

    /** The unit that the case lies in; empty when the case is not known here. */
    Optional<UUID> home(@Nullable UUID caseId) {
        return caseId == null ? Optional.empty() : find(Standing.caseFile(caseId)).map(Entity::unitId);
    }

    /** Every document of the case, deleted ones too. */
    List<Entity> ofCase(UUID caseId) {
        Map<EntityKey, Entity> found = new TreeMap<>();
        for (Draft layer = this; layer != null; layer = layer.below) {
            layer.entities.forEach((key, entity) -> {
                if (!found.containsKey(key)) {
                    found.put(key, entity);
                }
            });
        }
        return found.values().stream().filter(entity -> caseId.equals(entity.caseId())).toList();
    }

    /** Everything in the case goes where its file lies, what is written once and what is deleted too. */
    void bringTogether(Entity caseFile, UUID author, @Nullable UUID device) {
        for (Entity entity : ofCase(caseFile.key().id())) {
            if (!entity.unitId().equals(caseFile.unitId())) {
                put(new Effect(entity.movedTo(caseFile.unitId(), author), device, null));
            }
        }
    }

    void know(Entity entity) {
        entities.putIfAbsent(entity.key(), entity);
    }

    void put(Effect effect) {
        entities.put(effect.after().key(), effect.after());
        effects.add(effect);
    }

    /** The workstation's open conflict about the document. */
    Optional<UUID> openConflict(EntityKey about) {
        UUID own = openConflicts.get(about);
        Optional<UUID> open = own != null ? Optional.of(own) : below == null ? Optional.empty() : below.openConflict(about);
        return open.filter(conflict -> !closedConflicts.contains(conflict));
    }

    void open(EntityKey about, UUID conflict) {
        openConflicts.put(about, conflict);
    }

    void close(UUID conflict) {
        closedConflicts.add(conflict);
    }

    /** Takes all of this into what lies below. */
    void keep() {
        Draft under = Objects.requireNonNull(below);
        effects.forEach(under::put);
        under.openConflicts.putAll(openConflicts);
        under.closedConflicts.addAll(closedConflicts);
    }

    List<Effect> effects() {
        return effects;
    }

    Map<EntityKey, UUID> openConflicts() {
        return openConflicts;
    }

    Set<UUID> closedConflicts() {
        return closedConflicts;
    }
}
