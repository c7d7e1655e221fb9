package se.trepart.app.intake;

import java.util.List;

import se.trepart.model.application.ReceivedApplication;

/** What reading an application file came to (läsning av ansökningsfil). */
public sealed interface Reading {

    /** In order; not yet registered. */
    record Accepted(ReceivedApplication application) implements Reading {}

    /** Every fault of the file, never none. */
    record Rejected(List<Fault> faults) implements Reading {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
