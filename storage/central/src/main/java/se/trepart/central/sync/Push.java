package se.trepart.central.sync;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.central.sync.CentralStore.OpenConflict;
import se.trepart.central.sync.CentralStore.Version;
import se.trepart.model.DocumentType;
import se.trepart.model.merge.ThreeWayMerge.Difference;
import se.trepart.wire.DocumentJson.UnreadableDocument;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.jspecify.annotations.Nullable;

/**
 * Works out, on locked documents and in memory, what a batch of operations comes to. Operations of one intent are all applied, all laid
 * before a person or all rejected.
 */
final class Push {

    private static final System.Logger LOG = System.getLogger(Push.class.getName());
    /** of a defect that are logged: enough to get out of the library it shows itself in */
    private static final int FRAMES = 8;

    private final UUID device;
    private final Operations operations;
    private final Conflicts conflicts;
    private final Draft state;
    private final Workplace workplace;
    private final Map<EntityKey, Entity> before;
    private final Map<EntityKey, UUID> openBefore;
    private final List<Outcome> outcomes = new ArrayList<>();

    Push(Standing standing, UUID device, Instant now, Supplier<UUID> ids, Workplace workplace, List<Version> versions) {
        this.device = device;
        this.workplace = workplace;
        this.before = new HashMap<>(workplace.before());
        this.openBefore = new HashMap<>();
        workplace.open().forEach(conflict -> openBefore.put(conflict.about(), conflict.conflictId()));
        this.state = new Draft(before, openBefore);
        History history = new History(device, versions);
        this.conflicts = new Conflicts(standing.id(), device, history, ids);
        this.operations = new Operations(standing, device, now, history, conflicts);
    }

    void apply(List<Operation> intent) {
        Draft draft = state.above();
        List<Verdict> verdicts = intent.stream().map(operation -> verdict(operation, draft)).toList();
        if (verdicts.stream().anyMatch(Verdict.Rejected.class::isInstance)) {
            reject(intent, verdicts);
        } else if (verdicts.stream().anyMatch(Verdict.Clashed.class::isInstance)) {
            layBeforeAPerson(intent, verdicts);
        } else {
            draft.keep();
            for (int i = 0; i < intent.size(); i++) {
                Verdict.Done done = (Verdict.Done) verdicts.get(i);
                outcomes.add(new Outcome(intent.get(i).opId(), done.merged() ? Result.MERGED : Result.APPLIED, done.version(), null, ""));
            }
        }
    }

    void reject(List<Operation> intent, String reason) {
        intent.forEach(operation -> outcomes.add(rejected(operation, reason)));
    }

    private Verdict verdict(Operation operation, Draft draft) {
        try {
            return operations.apply(operation, draft);
        } catch (UnreadableDocument | IllegalArgumentException _) {
            return new Verdict.Rejected("malformed");
        } catch (RuntimeException defect) {
            // nobody foresaw it, and still it stops nothing: whoever sent it is told and has what was typed; where it is, without its words
            LOG.log(Level.ERROR, "defect: a {0} could not be judged: {1} at {2}", operation.kind(), defect.getClass().getName(),
                    Arrays.stream(defect.getStackTrace()).limit(FRAMES).toList());
            return new Verdict.Rejected("malformed");
        }
    }

    private void reject(List<Operation> intent, List<Verdict> verdicts) {
        for (int i = 0; i < intent.size(); i++) {
            String reason = verdicts.get(i) instanceof Verdict.Rejected rejected ? rejected.reason() : "intent";
            outcomes.add(rejected(intent.get(i), reason));
        }
    }

    private void layBeforeAPerson(List<Operation> intent, List<Verdict> verdicts) {
        Draft draft = state.above();
        for (int i = 0; i < intent.size(); i++) {
            Operation operation = intent.get(i);
            if (operation.type().equals(DocumentType.CONFLICT.name())) {
                outcomes.add(rejected(operation, "intent"));
                continue;
            }
            @Nullable
            Entity about = draft.find(new EntityKey(operation.type(), operation.id())).orElse(null);
            long version = about == null ? 0 : about.version();
            Verdict.Clashed clash = verdicts.get(i) instanceof Verdict.Clashed clashed
                    ? clashed
                    : new Verdict.Clashed(operations.asDifferences(operation, about), "INTENT");
            List<Difference> differences = clash.differences();
            outcomes.add(differences.isEmpty()
                    ? new Outcome(operation.opId(), Result.APPLIED, version, null, "")
                    : clashed(operation, version, clash.refused(), conflicts.add(draft, operation, about, differences, clash.refused())));
        }
        draft.keep();
    }

    /** Whoever may not see the document any more is not told how far it has come. */
    private static Outcome clashed(Operation operation, long version, String refused, UUID conflict) {
        return refused.equals(Verdict.ACCESS_WITHDRAWN)
                ? new Outcome(operation.opId(), Result.QUARANTINED, 0, conflict, "")
                : new Outcome(operation.opId(), Result.CONFLICT, version, conflict, "");
    }

    private static Outcome rejected(Operation operation, String reason) {
        return new Outcome(operation.opId(), Result.REJECTED, 0, null, reason);
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** The documents as they end up. */
    Draft state() {
        return state;
    }

    /** One more document as it is, locked since. */
    void know(Entity entity) {
        if (before.putIfAbsent(entity.key(), entity) == null) {
            state.know(entity);
        }
    }

    Set<UUID> guarded() {
        return workplace.guarded();
    }

    Consequences consequences() {
        return Consequences.of(state, before, workplace.guarded());
    }

    List<Effect> effects() {
        return state.effects();
    }

    Map<EntityKey, Entity> before() {
        return before;
    }

    List<OpenConflict> opened() {
        return state.openConflicts()
                .entrySet()
                .stream()
                .filter(open -> !open.getValue().equals(openBefore.get(open.getKey()))
                        && !state.closedConflicts().contains(open.getValue()))
                .map(open -> new OpenConflict(open.getKey(), device, open.getValue()))
                .toList();
    }

    List<UUID> closedConflicts() {
        return List.copyOf(state.closedConflicts());
    }
}
