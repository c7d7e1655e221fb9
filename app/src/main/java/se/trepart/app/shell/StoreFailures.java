package se.trepart.app.shell;

import java.time.Duration;
import java.time.Instant;

import se.trepart.app.text.Texts;
import se.trepart.local.cache.StoreDamaged;
import se.trepart.local.cache.StoreFull;
import se.trepart.local.cache.UnitLocked;
import se.trepart.local.sync.SyncStatus;

/**
 * Why the store did not do as asked, in words: what happened, what is kept and what to do (lagrets fel). The same for every screen, so that
 * none of them has to think of it. When ten things fail for one reason it is said once.
 */
public final class StoreFailures {

    private final Desk desk;
    private final Texts texts;
    private boolean telling;

    private StoreFailures(Desk desk) {
        this.desk = desk;
        texts = desk.texts();
    }

    /** From now on, for all that is done at the desk. To be called once, before any work is started. */
    public static void explain(Desk desk) {
        StoreFailures failures = new StoreFailures(desk);
        desk.tasks().explain(UnitLocked.class, _ -> failures.locked());
        desk.tasks()
                .explain(StoreFull.class,
                        _ -> failures.tell(desk.texts().of("shell.store-full"), desk.texts().of("shell.store-full-text")));
        desk.tasks()
                .explain(StoreDamaged.class,
                        _ -> failures.tell(desk.texts().of("shell.cause.STORE_DAMAGED"), desk.texts().of("shell.cause-do.STORE_DAMAGED")));
    }

    private void locked() {
        desk.tasks()
                .of(() -> desk.workstation().sync().status())
                .then(status -> tell(texts.of("shell.locked"), noContact(status) + " " + texts.of("shell.locked-text")))
                .start();
    }

    private String noContact(SyncStatus status) {
        Instant last = status.lastSuccess();
        return last == null
                ? texts.of("shell.no-contact-yet")
                : texts.count("shell.no-contact", Math.max(1, Duration.between(last, desk.clock().instant()).toHours()));
    }

    private void tell(String title, String text) {
        if (!telling) {
            telling = true;
            try {
                // returns when it has been read
                desk.dialogs().error(title, text);
            } finally {
                telling = false;
            }
        }
    }
}
