package se.trepart.app.letter;

import java.io.IOException;
import java.time.LocalDate;

import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.decision.RecoveryGround;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.RecoveryTerms;
import se.trepart.model.letter.Sending;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.letter.WriterCase.ANNA;
import static se.trepart.app.letter.WriterCase.CASE;
import static se.trepart.app.letter.WriterCase.TODAY;
import static se.trepart.app.letter.WriterCase.UNIT;
import static se.trepart.app.letter.WriterCase.id;
import static se.trepart.app.letter.WriterCase.text;

/** Money that is claimed back, or may be. */
class RecoveryLetterTest {

    private final WriterCase about = new WriterCase();

    @Test
    void R15_aClaimFollowsTheLawOfTheDayTheAidWasGrantedAndHasNoOrdinaryAppeal() throws IOException {
        LetterDetails claim = LetterDetails.NONE.heading("maj och juni 2025")
                .day(TODAY.plusDays(30))
                .amount(Money.kronor(3000))
                .recovery(RecoveryTerms.NONE.ground(RecoveryGround.WRONG_INFORMATION));
        LetterPage old = recovery(LetterKind.RECOVERY, claim, LocalDate.of(2025, 6, 30), Role.UNIT_MANAGER);
        assertThat(text(old))
                .contains("Beslut: vi vill ha tillbaka 3 000 kronor", "maj och juni 2025", "kan vi be en domstol att pröva det",
                        "9 kapitlet 1 § socialtjänstlagen (2001:453)", "skrev vi till dig om det här")
                .doesNotContain("Så överklagar du", "2025:400", "slipper");
        assertThat(text(recovery(LetterKind.RECOVERY_NOTICE, claim, LocalDate.of(2025, 7, 1), null)))
                .contains("Vi har inte bestämt något än", "33 kapitlet 1 § socialtjänstlagen (2025:400)");
        assertThat(recovery(LetterKind.RECOVERY, claim, TODAY, null).missing()).containsExactly("vem som beslutade", "med vilken rätt");
        assertThat(recovery(LetterKind.RECOVERY, claim.recovery(null), TODAY, Role.UNIT_MANAGER).missing())
                .containsExactly("grunden för återkravet");
    }

    /** R15: on every ground the letter has its own law, and says too much was paid only where it was. */
    @ParameterizedTest
    @EnumSource
    void R15_everyGroundOfAClaimHasItsLaw(RecoveryGround ground) throws IOException {
        LetterDetails claim = LetterDetails.NONE.day(TODAY.plusDays(30))
                .amount(Money.kronor(3000))
                .recovery(RecoveryTerms.NONE.ground(ground).waived(Money.kronor(1000)));
        LetterPage page = recovery(LetterKind.RECOVERY, claim, TODAY, Role.UNIT_MANAGER);
        assertThat(page.missing()).isEmpty();
        String text = text(page);
        assertThat(text).contains("vill ha tillbaka 2 000 kronor", "Du slipper betala 1 000 kronor",
                ground.tooMuch() ? "33 kapitlet 1 §" : ground == RecoveryGround.CONDITION ? "33 kapitlet 3 §" : "33 kapitlet 2 §");
        assertThat(text.contains("för mycket i ekonomisk hjälp")).isEqualTo(ground.tooMuch());
        assertThat(
                recovery(LetterKind.RECOVERY, claim.recovery(claim.terms().waived(Money.kronor(3000))), TODAY, Role.UNIT_MANAGER).missing())
                .containsExactly("ett belopp att kräva (det du efterger är hela summan)");
    }

    @Test
    void R18_aClaimIsDecidedWhenTheReaderHasHadTimeToAnswerOrSomebodySaysWhyNot() {
        LetterDetails claim = LetterDetails.NONE.day(TODAY.plusDays(30))
                .amount(Money.kronor(3000))
                .recovery(RecoveryTerms.NONE.ground(RecoveryGround.WRONG_INFORMATION));
        LetterWriter.Occasion occasion = about.occasion(LetterKind.RECOVERY, claim);
        LetterWriter.Claim untold = new LetterWriter.Claim(TODAY, Role.UNIT_MANAGER, null);
        assertThat(about.writer.recovery(occasion, about.application(), untold).missing())
                .containsExactly("en underrättelse före beslutet, eller skälet till att ingen behövs");
        LetterWriter.Claim tooSoon = new LetterWriter.Claim(TODAY, Role.UNIT_MANAGER, notice(TODAY));
        assertThat(about.writer.recovery(occasion, about.application(), tooSoon).missing()).singleElement()
                .asString()
                .startsWith("tiden att svara");
        LetterDetails why = claim.recovery(claim.terms().unannounced("Du bad oss själv att få betala tillbaka."));
        assertThat(about.writer.recovery(about.occasion(LetterKind.RECOVERY, why), about.application(), untold).missing()).isEmpty();
    }

    private LetterPage recovery(LetterKind kind, LetterDetails claim, LocalDate grantedOn, @Nullable Role as) {
        return about.writer.recovery(about.occasion(kind, claim), about.application(),
                new LetterWriter.Claim(grantedOn, as, notice(TODAY.minusDays(1))));
    }

    private static Letter notice(LocalDate answerBy) {
        return new Letter(id("notice"), UNIT, CASE, id("decision"), LetterKind.RECOVERY_NOTICE, TODAY.minusDays(20), ANNA.id(), id("Maria"),
                LetterPdf.TEMPLATE_VERSION, "", "", null, new Sending(Sending.Way.POST, TODAY.minusDays(20), ANNA.id()), "",
                LetterDetails.NONE.day(answerBy));
    }
}
