package se.trepart.installer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Intent;
import se.trepart.local.sync.Transport;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

/**
 * A workstation that dies at a point: no shutdown hook, nothing closed, nothing flushed. Says on standard output what its user was promised:
 * the ids of saved notes, or how long the text was when it was typed.
 */
final class DyingWorkstation {

    static final int DEAD = 99;
    static final String DRAFT = "journal/draft";
    /** what is saved before the point comes, in one intent each */
    static final int SAVES = 5;

    /** Where it dies. */
    enum Point {
        WHILE_TYPING,
        INSIDE_A_SAVE,
        AFTER_A_SAVE,
        REQUEST_ON_ITS_WAY,
        REPLY_NOT_NOTED
    }

    private final AtomicBoolean armed = new AtomicBoolean();
    private final UUID caseId;
    private Seat seat;

    private DyingWorkstation(UUID caseId) {
        this.caseId = caseId;
    }

    /** Home and port of the office, folder and id of the workstation, the case to work in, the point to die at. */
    public static void main(String[] words) throws Exception {
        Point point = Point.valueOf(words[5]);
        DyingWorkstation workstation = new DyingWorkstation(UUID.fromString(words[4]));
        UnaryOperator<Transport> way = real -> workstation.dyingAt(point, real);
        AtomicBoolean inSave = new AtomicBoolean();
        Clock clock = point == Point.INSIDE_A_SAVE ? new DyingClock(inSave::get) : Clock.systemDefaultZone();
        workstation.seat = TestOffice
                .seat(Path.of(words[0]), Integer.parseInt(words[1]), Path.of(words[2]), DemoStaff.KARIN, UUID.fromString(words[3]), way,
                        clock)
                .synced();
        switch (point) {
            case WHILE_TYPING -> workstation.type();
            case INSIDE_A_SAVE -> {
                workstation.saveSome();
                // the clock is asked once a document: the first is written by then, the intent is not
                inSave.set(true);
                workstation.save(SAVES);
            }
            case AFTER_A_SAVE -> {
                workstation.saveSome();
                die();
            }
            case REQUEST_ON_ITS_WAY, REPLY_NOT_NOTED -> {
                workstation.seat.store().sync().fieldMode(true);
                workstation.saveSome();
                workstation.armed.set(true);
                workstation.seat.store().sync().fieldMode(false);
                Thread.sleep(60_000);
            }
        }
    }

    private static void die() {
        Runtime.getRuntime().halt(DEAD);
    }

    private static void promise(Object what) {
        System.out.println(what);
        System.out.flush();
    }

    private void saveSome() {
        for (int i = 0; i < SAVES; i++) {
            save(i);
        }
    }

    /** A note and a change of the case in one. */
    private void save(int number) {
        CaseFile file = seat.store().documents().find(CaseFile.class, caseId).orElseThrow();
        CaseFile after = new CaseFile(file.id(), file.unitId(), file.number(), file.responsible(), file.phase(), file.openedOn(),
                file.phaseSince().plusDays(1), file.closedOn(), file.closingReason());
        JournalNote note = new JournalNote(UUID.randomUUID(), file.unitId(), caseId, Instant.now(), TestOffice.TODAY, seat.person().id(),
                NoteKind.PHONE, "Samtal " + number, null);
        seat.store().documents().save(Intent.create(note).andChange(file, after));
        promise(note.id());
    }

    /** Types in the field of the program, a letter every 20 ms, and dies in the middle of it. */
    private void type() throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        DraftKeeper keeper = new DraftKeeper(seat.store().drafts(),
                TaskRunner.onVirtualThreads(new UnexpectedErrors(code -> promise("unexpected " + code))), DraftKeeper.PAUSE);
        TypedText field = new TypedText(DRAFT, keeper, null, _ -> {});
        long start = System.nanoTime();
        long end = start + 3_000_000_000L + ThreadLocalRandom.current().nextLong(1_000_000_000L);
        while (System.nanoTime() < end) {
            Platform.runLater(() -> {
                field.textProperty().set(field.text() + "x");
                promise((System.nanoTime() - start) / 1_000_000 + " " + field.text().length());
            });
            Thread.sleep(20);
        }
        promise((System.nanoTime() - start) / 1_000_000 + " 0");
        die();
    }

    private Transport dyingAt(Point point, Transport way) {
        return new PassingOn(way) {
            @Override
            public PushReply push(PushRequest request) {
                if (!armed.get()) {
                    return way.push(request);
                }
                if (point == Point.REQUEST_ON_ITS_WAY) {
                    dieWithin(60);
                }
                PushReply reply = way.push(request);
                if (point == Point.REPLY_NOT_NOTED) {
                    die();
                }
                return reply;
            }
        };
    }

    /** From before the first byte has left until after the central store has written it all. */
    private static void dieWithin(int millis) {
        long nanos = ThreadLocalRandom.current().nextLong(millis * 1_000_000L);
        Thread.ofPlatform().start(() -> {
            java.util.concurrent.locks.LockSupport.parkNanos(nanos);
            die();
        });
    }

    /** Dies when it is read in the moment that is waited for. */
    private static final class DyingClock extends Clock {

        private final BooleanSupplier moment;
        private int asked;

        DyingClock(BooleanSupplier moment) {
            this.moment = moment;
        }

        @Override
        public Instant instant() {
            if (moment.getAsBoolean() && savingDocuments() && ++asked == 2) {
                die();
            }
            return Instant.now();
        }

        /** The sync reads the clock too, on a thread of its own. */
        private static boolean savingDocuments() {
            return Thread.currentThread().getName().equals("main");
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Stockholm");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
