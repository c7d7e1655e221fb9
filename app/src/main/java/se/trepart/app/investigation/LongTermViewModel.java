package se.trepart.app.investigation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.model.investigation.LongTermReview;
import se.trepart.model.investigation.Missing.Theme;

/** What is raised with the parents because aid has become long-term, while it is written (långvarigt bistånd). R6. */
public final class LongTermViewModel {

    private final Map<Theme, TypedText> texts = new EnumMap<>(Theme.class);

    LongTermViewModel(OpenCase openCase, InvestigationEdit edit) {
        for (Theme theme : Theme.values()) {
            texts.put(theme, openCase.typed("long-term/" + edit.investigationId() + "/" + theme, text -> edit.change(investigation -> {
                LongTermReview old = investigation.longTerm();
                return investigation.review((old == null ? LongTermReview.EMPTY : old).with(theme, text));
            })));
        }
    }

    void show(LongTermReview review) {
        texts.forEach((theme, text) -> text.show(review.text(theme)));
    }

    public TypedText text(Theme theme) {
        return Objects.requireNonNull(texts.get(theme));
    }

    public void leave() {
        texts.values().forEach(TypedText::leave);
    }
}
