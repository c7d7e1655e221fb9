package se.trepart.local.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import se.trepart.local.cache.Attachments;
import se.trepart.local.cache.Attachments.Unsent;
import se.trepart.local.cache.Feed;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.sync.SyncStatus.Progress;
import se.trepart.local.sync.SyncStatus.Progress.What;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.Operation;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import org.jspecify.annotations.Nullable;

/** Sends what is unsent, in order. A change that names a file waits until the central store has the file; others go before it. */
final class Sending {

    /** the request has a frame around its operations, and they grow a little on the way */
    private static final int MAX_BYTES = Protocol.MAX_BYTES * 9 / 10;
    /** how many times the central store may say that a file goes on from somewhere else */
    private static final int CORRECTIONS = 3;

    private final Feed feed;
    private final Attachments attachments;
    private final Transport transport;
    private final Runnable goOn;
    private final Consumer<@Nullable Progress> progress;
    private int batch = Protocol.MAX_OPERATIONS;

    Sending(LocalStore store, Transport transport, Runnable goOn, Consumer<@Nullable Progress> progress) {
        this.feed = store.feed();
        this.attachments = store.attachments();
        this.transport = transport;
        this.goOn = goOn;
        this.progress = progress;
    }

    void run(UUID epoch) {
        for (List<Operation> next = next(epoch); !next.isEmpty(); next = next(epoch)) {
            goOn.run();
            PushReply reply;
            try {
                reply = transport.push(new PushRequest(epoch, next));
            } catch (TransportProblem problem) {
                if (!problem.problem().code().equals("too_large")) {
                    throw problem;
                }
                UUID intent = next.getFirst().intentId();
                if (intent.equals(next.getLast().intentId())) {
                    // what belongs together cannot be sent in parts: it goes last, and is then rejected here
                    if (!letOthersGoFirst(epoch, operation -> operation.intentId().equals(intent))) {
                        feed.giveUp(intent, "too_large");
                    }
                    continue;
                }
                batch = Math.max(1, next.size() / 2);
                continue;
            }
            if (feed.acknowledge(reply) == 0) {
                throw new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("no_outcome", "", null));
            }
            batch = Math.min(Protocol.MAX_OPERATIONS, batch * 2);
        }
    }

    /** The next operations that can go now. When all that is left waits for files, the next file goes out first. */
    private List<Operation> next(UUID epoch) {
        List<Operation> next = feed.batch(batch, MAX_BYTES);
        if (next.isEmpty() || !attachments.anyUnsent()) {
            return next;
        }
        List<Operation> ready = ready(next);
        if (!ready.isEmpty()) {
            return ready;
        }
        // every file of the first intent, once what need not wait for them has gone
        if (letOthersGoFirst(epoch, operation -> files(operation).findAny().isPresent())) {
            return next(epoch);
        }
        UUID intent = next.getFirst().intentId();
        next.stream().filter(operation -> operation.intentId().equals(intent)).flatMap(this::files).forEach(this::upload);
        return next(epoch);
    }

    /** The whole intents at the beginning that wait for no file. */
    private List<Operation> ready(List<Operation> operations) {
        Optional<UUID> first = operations.stream()
                .filter(operation -> files(operation).findAny().isPresent())
                .map(Operation::intentId)
                .findFirst();
        return first.isEmpty()
                ? operations
                : operations.stream().takeWhile(operation -> !operation.intentId().equals(first.get())).toList();
    }

    private Stream<Unsent> files(Operation operation) {
        return Attachments.namedIn(operation).stream().flatMap(sha256 -> attachments.unsent(sha256).stream());
    }

    /**
     * Moves what waits behind what does not, with all that comes after it on the same documents. The central store is asked first what it
     * has got: only what has never reached it may have another number. Returns whether anything can go first.
     */
    private boolean letOthersGoFirst(UUID epoch, Predicate<Operation> mustWait) {
        long last = transport.push(new PushRequest(epoch, List.of())).lastClientSeq();
        Map<UUID, List<Operation>> intents = new LinkedHashMap<>();
        feed.unsentFrom(last + 1)
                .forEach(operation -> intents.computeIfAbsent(operation.intentId(), _ -> new ArrayList<>()).add(operation));
        List<Operation> before = new ArrayList<>();
        List<Operation> after = new ArrayList<>();
        Set<DocumentKey> waiting = new HashSet<>();
        for (List<Operation> intent : intents.values()) {
            boolean waits = intent.stream().anyMatch(operation -> waiting.contains(document(operation)) || mustWait.test(operation));
            (waits ? after : before).addAll(intent);
            if (waits) {
                intent.forEach(operation -> waiting.add(document(operation)));
            }
        }
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        before.addAll(after);
        feed.reorder(before, last);
        return true;
    }

    private static DocumentKey document(Operation operation) {
        return new DocumentKey(operation.type(), operation.id());
    }

    /** Sends a file from where the central store has it. One that it will not have stops nothing: it then judges the change without it. */
    private void upload(Unsent file) {
        int corrections = 0;
        try {
            for (long from = transport.uploaded(file.sha256()); from < file.content().length;) {
                goOn.run();
                int to = (int) Math.min(file.content().length, from + Protocol.MAX_BYTES);
                try {
                    transport.upload(file.unitId(), file.sha256(), from, Arrays.copyOfRange(file.content(), (int) from, to),
                            file.content().length);
                    from = to;
                    progress.accept(new Progress(What.ATTACHMENT, from, file.content().length));
                } catch (TransportProblem problem) {
                    Long expected = problem.problem().expected();
                    if (expected == null || corrections++ == CORRECTIONS) {
                        throw problem;
                    }
                    from = expected;
                }
            }
        } catch (TransportProblem problem) {
            boolean refused = switch (problem.kind()) {
                case UNEXPECTED, ACCESS_WITHDRAWN -> true;
                default -> false;
            };
            if (!refused) {
                throw problem;
            }
        } finally {
            progress.accept(null);
        }
        attachments.sent(file);
    }
}
