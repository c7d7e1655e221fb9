package se.trepart.app.letter;

import java.io.IOException;
import java.util.List;

import se.trepart.model.casefile.AdultRole;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Representative;
import se.trepart.model.letter.Representative.Capacity;
import se.trepart.model.person.Address;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.letter.WriterCase.ANNA;
import static se.trepart.app.letter.WriterCase.TODAY;
import static se.trepart.app.letter.WriterCase.adult;
import static se.trepart.app.letter.WriterCase.id;
import static se.trepart.app.letter.WriterCase.text;

/** Who gets a letter beside the one it is about. */
class LetterReadersTest {

    private final WriterCase about = new WriterCase();

    @Test
    void whoStandsForTheReaderGetsACopyAndTheReaderIsToldOfIt() throws IOException {
        Representative trustee = new Representative(Capacity.TRUSTEE, "Sven Ek", new Address("Storgatan 2", "123 45", "Exempelstad"));
        LetterWriter.Occasion own = about.occasion(LetterKind.OWN, LetterDetails.NONE.heading("en ny tid"));
        Letter copy = own.letter().copyToRepresentative(id("copy"), ANNA.id(), TODAY);
        assertThat(about.writer.own(among(own, copy, List.of())).missing()).containsExactly("mottagarens namn",
                "vad mottagaren är för personen", "mottagarens adress");
        Letter known = copy.choose(copy.chosen().representative(trustee));
        assertThat(text(about.writer.own(among(own, known, List.of()))))
                .contains("Kopia till dig som är: god man för Maria Lind", "Sven Ek", "Storgatan 2")
                .doesNotContain("Björkvägen");
        assertThat(text(about.writer.own(among(own, own.letter(), List.of(own.letter(), known))))).contains("Kopia till: Sven Ek, god man",
                "Björkvägen");
    }

    @Test
    void R34_aCopyOfALetterToAProtectedHouseholdHasNoAddressEither() throws IOException {
        about.adults.add(adult("Erik", AdultRole.CO_APPLICANT, Protection.UNKNOWN));
        LetterWriter.Occasion own = about.occasion(LetterKind.OWN, LetterDetails.NONE.heading("en ny tid"));
        Letter copy = own.letter().copyToRepresentative(id("copy"), ANNA.id(), TODAY);
        Letter known = copy.choose(copy.chosen()
                .representative(new Representative(Capacity.AGENT, "Sven Ek", new Address("Storgatan 2", "123 45", "Exempelstad"))));
        LetterPage page = about.writer.own(among(own, known, List.of()));
        assertThat(text(page)).contains("Sven Ek", "ombud för Maria Lind").doesNotContain("Storgatan 2 123", "Björkvägen");
        assertThat(page.recipient().address()).isEmpty();
        assertThat(about.writer.postingHint(page)).isPresent();
        assertThat(page.queueName()).isEqualTo("Brev");
    }

    private static LetterWriter.Occasion among(LetterWriter.Occasion o, Letter letter, List<Letter> letters) {
        return new LetterWriter.Occasion(letter, o.caseFile(), o.household(), o.settings(), o.writer(), o.unit(), letters);
    }
}
