package se.trepart.model;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** R14: whole öre, nothing rounded to kronor on the way. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            belopp,   andel,    blir
            3820,     14/30,    1782.67
            7855.50,  75/100,   5891.63
            0.01,     1/2,      0.01
            -0.01,    1/2,      -0.01
            0.03,     1/2,      0.02
            2330,     1/5,      466.00
            90000000000000, 3/7, 38571428571428.57""")
    void takesAShareWithHalvesAwayFromZero(BigDecimal amount, String share, BigDecimal expected) {
        int numerator = Integer.parseInt(share.split("/")[0]);
        int denominator = Integer.parseInt(share.split("/")[1]);
        assertThat(Money.kronor(amount).share(numerator, denominator).inKronor()).isEqualByComparingTo(expected);
    }

    @Test
    void refusesPartsOfAnOreAndWhatDoesNotFit() {
        assertThatThrownBy(() -> Money.kronor(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addsAndCompares() {
        assertThat(Money.sum(List.of(Money.kronor(1), new Money(50), Money.kronor(-2)))).isEqualTo(new Money(-50));
        assertThat(Money.sum(List.of())).isEqualTo(Money.ZERO);
        assertThat(Money.kronor(1).min(Money.kronor(2))).isEqualTo(Money.kronor(1));
        assertThat(Money.kronor(1).max(Money.kronor(2))).isEqualTo(Money.kronor(2));
        assertThat(Money.kronor(1).minus(Money.kronor(2)).negative()).isTrue();
        assertThat(Money.ZERO.positive()).isFalse();
    }
}
