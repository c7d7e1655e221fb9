package se.trepart.central.sync;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import se.trepart.central.sync.CentralStore.Writing;
import se.trepart.model.DocumentType;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names handlers for a case in the moment its identity becomes protected (namngivna handläggare, R34): whoever wrote that, and whoever is
 * responsible. Otherwise the case would be out of everyone's sight, also theirs who must go on with it; further names are the
 * administrator's to give.
 */
final class Naming {

    private Naming() {}

    static void nameHandlers(Writing tx, Push push, UUID author) {
        for (UUID caseId : newlyGuarded(push)) {
            Set<UUID> handlers = new HashSet<>(Set.of(author));
            push.state()
                    .find(Standing.caseFile(caseId))
                    .map(file -> ((CaseFile) DocumentJson.read(DocumentType.CASE_FILE, file.body())).responsible())
                    .ifPresent(handlers::add);
            SortedSet<EntityKey> keys = new TreeSet<>();
            handlers.forEach(id -> keys.add(new EntityKey(DocumentType.STAFF.name(), id)));
            Map<EntityKey, Entity> people = tx.lock(keys);
            people.values().forEach(push::know);
            for (EntityKey key : people.keySet()) {
                name(push, push.state().find(key).orElseThrow(), caseId, author);
            }
        }
    }

    private static void name(Push push, Entity person, UUID caseId, UUID author) {
        if (!person.deleted() && !Workplace.named(person).contains(caseId)) {
            ObjectNode body = ((ObjectNode) person.body()).deepCopy();
            ArrayNode named = body.get("protectedCases") instanceof ArrayNode there ? there : body.putArray("protectedCases");
            named.add(Json.MAPPER.valueToTree(caseId));
            Entity next = person.next(Consequences.staff(new Entity(person.key(), person.unitId(), null, 0, false, body, author)), body,
                    author);
            push.state().put(new Effect(next, null, null));
        }
    }

    private static Set<UUID> newlyGuarded(Push push) {
        Set<UUID> cases = new HashSet<>();
        push.state()
                .effects()
                .stream()
                .map(Effect::after)
                .filter(entity -> entity.key().type().equals(DocumentType.HOUSEHOLD.name()))
                .flatMap(entity -> Optional.ofNullable(entity.caseId()).stream())
                .filter(caseId -> !push.guarded().contains(caseId) && Consequences.isGuarded(push.state(), caseId, false))
                .forEach(caseId -> cases.add(Objects.requireNonNull(caseId)));
        return cases;
    }
}
