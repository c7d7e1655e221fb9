package se.trepart.app.plan;

import java.util.UUID;

/** A form about a participant (blankett om en deltagare): an evaluation, an extension, a return. */
abstract class ParticipantForm extends PlanForm {

    private final ParticipantViewModel participant;

    /** @param about the document, so that what was typed about another never shows here */
    ParticipantForm(ParticipantViewModel participant, Name name, UUID about) {
        super(participant, name, about);
        this.participant = participant;
    }

    protected final ParticipantViewModel participant() {
        return participant;
    }
}
