package se.trepart.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import se.trepart.local.cache.Intent;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.sync.CentralInMemory;
import se.trepart.local.sync.SyncRound;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.Json;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

/** A program that stops dead at a labelled point: no shutdown hook, no closing, nothing flushed. Says on standard output what it was promised. */
final class CrashingProgram {

    private static final int DEAD = 99;

    private CrashingProgram() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        switch (arguments[1]) {
            case "while typing" -> typing(folder);
            case "inside a save" -> insideASave(folder);
            case "after a save" -> afterASave(folder);
            case "any time while saving" -> anyTimeWhileSaving(folder);
            case "before sending" -> sending(folder, true);
            case "after the answer" -> sending(folder, false);
            case "inside a page" -> insideAPage(folder);
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private static LocalStore open(Path folder, Clock clock, Supplier<UUID> ids) {
        return LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), clock, ids);
    }

    private static void dieSoon() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(300 + (System.nanoTime() & 0xff));
            } catch (InterruptedException woken) {
                throw new IllegalStateException(woken);
            }
            Runtime.getRuntime().halt(DEAD);
        });
    }

    private static void typing(Path folder) {
        LocalStore store = open(folder, Clock.systemUTC(), Sample.IDS);
        for (int letters = 1;; letters++) {
            store.drafts().keep("journal/1", "x".repeat(letters));
            promise(String.valueOf(letters));
            if (letters == 1) {
                dieSoon();
            }
        }
    }

    /** Three ids a save, the clock read after each operation's: dies in the third save with its first document written and its second not. */
    private static void insideASave(Path folder) {
        AtomicInteger asked = new AtomicInteger();
        LocalStore store = open(folder, new StoppingClock(() -> asked.get() == 9), () -> {
            asked.incrementAndGet();
            return Sample.IDS.get();
        });
        saveForEver(store, () -> {});
    }

    private static void afterASave(Path folder) {
        LocalStore store = open(folder, Clock.systemUTC(), Sample.IDS);
        CaseFile file = Sample.caseFile("2026-00001");
        store.documents().save(Intent.create(file, Sample.note(file.id(), "sparad")));
        promise(file.id().toString());
        Runtime.getRuntime().halt(DEAD);
    }

    private static void anyTimeWhileSaving(Path folder) {
        LocalStore store = open(folder, Clock.systemUTC(), Sample.IDS);
        saveForEver(store, CrashingProgram::dieSoon);
    }

    private static void saveForEver(LocalStore store, Runnable afterTheFirst) {
        for (int i = 1;; i++) {
            CaseFile file = Sample.caseFile("2026-" + i);
            store.documents().save(Intent.create(file, Sample.note(file.id(), "sparad " + i)));
            promise(file.id().toString());
            if (i == 1) {
                afterTheFirst.run();
            }
        }
    }

    private static void sending(Path folder, boolean before) {
        LocalStore store = open(folder, Clock.systemUTC(), Sample.IDS);
        CentralInMemory central = new CentralInMemory() {
            @Override
            public synchronized PushReply push(PushRequest request) {
                PushReply reply = before ? new PushReply(epoch, 0, java.util.List.of()) : super.push(request);
                keep(folder.resolve("sent.json"), Json.MAPPER.writeValueAsString(request));
                Runtime.getRuntime().halt(DEAD);
                return reply;
            }
        };
        SyncRound round = new SyncRound(store, central, Sample.IDS);
        round.run();
        for (int i = 0; i < 3; i++) {
            CaseFile file = Sample.caseFile("2026-" + i);
            store.documents().save(Intent.create(file, Sample.note(file.id(), "skickas " + i)));
            promise(file.id().toString());
        }
        round.run();
    }

    private static void insideAPage(Path folder) {
        boolean[] armed = {false};
        LocalStore store = open(folder, new StoppingClock(() -> armed[0]), Sample.IDS);
        CentralInMemory central = new CentralInMemory();
        SyncRound round = new SyncRound(store, central, Sample.IDS);
        round.run();
        keep(folder.resolve("epoch"), central.epoch.toString());
        central.put(Sample.caseFile("2026-00001"));
        armed[0] = true;
        round.run();
    }

    private static void promise(String what) {
        System.out.println(what);
        System.out.flush();
    }

    private static void keep(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A clock that is never read again once its moment has come. */
    private static final class StoppingClock extends Clock {

        private final java.util.function.BooleanSupplier now;

        StoppingClock(java.util.function.BooleanSupplier now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            if (now.getAsBoolean()) {
                Runtime.getRuntime().halt(DEAD);
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
