package se.trepart.app.planning;

import java.util.ArrayList;
import java.util.List;

import se.trepart.app.casefile.AbsenceWords;
import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.CallMeeting;
import se.trepart.app.shell.Place.OfMeeting;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.plan.InvalidAbsence;

import org.jspecify.annotations.Nullable;

/** The step Planering of a case. */
public final class PlanningStep extends CaseStep {

    private final PlanningViewModel model;
    private final PlanningView view;
    private final PlanningWords words;
    private final AbsenceWords absences;

    public PlanningStep(OpenCase openCase) {
        super(openCase, CasePlace.PLANNING, "planning.help");
        model = new PlanningViewModel(openCase);
        words = new PlanningWords(openCase.desk());
        absences = new AbsenceWords(texts(), openCase.desk().formats());
        view = new PlanningView(model, openCase);
        model.pageProperty().subscribe(this::show);
    }

    @Override
    protected PlanningView view() {
        return view;
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(@Nullable PlanningPage page) {
        if (page == null) {
            return;
        }
        List<Reason> left = new ArrayList<>();
        // several days are dealt with together
        List<InvalidAbsence> open = page.now().absences().stream().filter(InvalidAbsence::open).toList();
        if (!open.isEmpty()) {
            left.add(new Reason(texts().of("planning.to-do.absence", absences.days(open.size())),
                    () -> go(open.getFirst().mark().id().toString())));
        }
        page.toDo().stream().filter(item -> item.kind() != Kind.INVALID_ABSENCE).forEach(item -> left.add(reason(item, page)));
        page.writing()
                .ifPresent(referral -> left.add(new Reason(texts().of("planning.to-do.referral"), () -> go(referral.id().toString()))));
        tell(left.isEmpty() ? "" : texts().count("planning.progress", left.size()), left);
    }

    private Reason reason(DayItem item, PlanningPage page) {
        String line = words.line(item, page.now());
        return switch (item.kind()) {
            case NO_REFERRAL -> new Reason(line, () -> go(PlanningView.REFERRALS));
            case FIRST_MEETING_TO_CALL, NEXT_MEETING_TO_CALL -> new Reason(line, () -> open(
                    new CallMeeting(openCase().id(), PlanningWords.memberOf(item.aboutId(), page.now().documents()).orElse(null))));
            case MEETING_SOON, MEETING_NOTES_LEFT, OTHER_TIME_ASKED -> new Reason(line, () -> open(new OfMeeting(item.aboutId())));
            default -> new Reason(line, () -> go(item.aboutId().toString()));
        };
    }

    private void open(Place place) {
        openCase().desk().navigator().open(place);
    }
}
