package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.model.plan.Referral;
import se.trepart.model.plan.ReferralReturn;

/** What a consultant writes about a referral (svar på remiss): a no with its reason (R21), a return (R26). */
final class ReferralForms {

    private ReferralForms() {}

    /** Tackar nej. */
    static final class Decline extends ParticipantForm {

        private final UUID referralId;

        Decline(ParticipantViewModel participant, Referral referral) {
            super(participant, Name.DECLINE, referral.id());
            referralId = referral.id();
            needed(Key.WHY);
        }

        @Override
        protected void act(Runnable then) {
            String why = words(Key.WHY);
            change(this, referralId,
                    now -> now.unanswered()
                            ? now.decline(participant().newId(), why, participant().me(), participant().openCase().desk().clock().instant())
                            : now,
                    then);
        }
    }

    /** Återremitterar. */
    static final class GiveBack extends ParticipantForm {

        private final UUID referralId;

        GiveBack(ParticipantViewModel participant, Referral referral) {
            super(participant, Name.RETURN, referral.id());
            referralId = referral.id();
            needed(Key.ASSESSMENT, Key.WHY, Key.EVALUATION);
            add(Key.TALKED_THROUGH, Kind.DAY, true);
        }

        @Override
        protected List<Fault> faults() {
            boolean later = day(Key.TALKED_THROUGH).filter(on -> on.isAfter(participant().today())).isPresent();
            return later ? List.of(new Fault(Key.TALKED_THROUGH, texts().of("plan.fault.talked-later"))) : List.of();
        }

        @Override
        protected void act(Runnable then) {
            LocalDate talked = day(Key.TALKED_THROUGH).orElseThrow();
            ReferralReturn why = new ReferralReturn(words(Key.ASSESSMENT), words(Key.WHY), words(Key.EVALUATION), talked);
            change(this, referralId,
                    now -> now.running()
                            ? now.giveBack(participant().newId(), why, participant().me(),
                                    participant().openCase().desk().clock().instant())
                            : now,
                    then);
        }
    }

    private static void change(ParticipantForm form, UUID id, UnaryOperator<Referral> change, Runnable then) {
        form.participant().change(Referral.class, id, change, then);
    }
}
