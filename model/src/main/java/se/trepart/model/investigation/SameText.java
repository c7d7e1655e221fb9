package se.trepart.model.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * R5: a text about a child that is the same as a sibling's, or as the one written about the child last time. Pointed out, never forbidden.
 *
 * @param siblingId the sibling with the same text; null when it is the previous investigation's
 */
public record SameText(UUID childId, Part part, @Nullable UUID siblingId) {

    /** Which of the three texts. */
    public enum Part {
        CONSIDERED,
        BEST,
        EFFECT;

        String of(ChildAssessment assessment) {
            return switch (this) {
                case CONSIDERED -> assessment.considered();
                case BEST -> assessment.best();
                case EFFECT -> assessment.effect();
            };
        }
    }

    /** Every text that is repeated; case and spaces do not make a text another. */
    public static List<SameText> in(Investigation investigation, Optional<Investigation> previous) {
        List<SameText> same = new ArrayList<>();
        for (ChildAssessment child : investigation.children()) {
            for (Part part : Part.values()) {
                String text = plain(part.of(child));
                if (text.isEmpty()) {
                    continue;
                }
                investigation.children()
                        .stream()
                        .filter(other -> !other.childId().equals(child.childId()) && plain(part.of(other)).equals(text))
                        .findFirst()
                        .ifPresent(sibling -> same.add(new SameText(child.childId(), part, sibling.childId())));
                previous.flatMap(before -> before.child(child.childId()))
                        .filter(before -> plain(part.of(before)).equals(text))
                        .ifPresent(_ -> same.add(new SameText(child.childId(), part, null)));
            }
        }
        return same;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.]+", " ").strip();
    }
}
