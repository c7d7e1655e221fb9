package se.trepart.app.signin;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What the way in shows now (inloggningsbild): a few words, at most one field to fill in and at most one main action.
 *
 * @param fault what went wrong, in words, above the action; empty when nothing did
 * @param ask the passphrase to be written, or null
 * @param waiting whether something is under way
 */
record EntranceScreen(String heading, String text, String fault, @Nullable Ask ask, boolean waiting, List<Action> actions) {

    EntranceScreen {
        actions = List.copyOf(actions);
    }

    /** A button; the first is the main one. */
    record Action(String text, Runnable run) {}

    /**
     * A passphrase to be written.
     *
     * @param repeat what the second field is called when it must be written twice; empty when once is enough
     * @param done takes what was written; the first of the screen's actions does this too
     */
    record Ask(String label, String help, String repeat, String doIt, Consumer<Passphrase> done) {}

    /** What was written. */
    record Passphrase(char[] written, char[] again) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Passphrase[…]";
        }
    }
}
