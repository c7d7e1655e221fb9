package se.trepart.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/** An amount of money (belopp) in whole öre; may be negative. R14: nothing is rounded to kronor on the way. */
public record Money(long ore) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money kronor(long kronor) {
        return new Money(Math.multiplyExact(kronor, 100));
    }

    /** @throws ArithmeticException when the amount has parts of an öre */
    public static Money kronor(BigDecimal kronor) {
        return new Money(kronor.movePointRight(2).longValueExact());
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(ore, other.ore));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(ore, other.ore));
    }

    public Money negated() {
        return new Money(Math.negateExact(ore));
    }

    /** This amount × numerator / denominator, to whole öre, halves away from zero. */
    public Money share(int numerator, int denominator) {
        BigInteger product = BigInteger.valueOf(ore).multiply(BigInteger.valueOf(numerator));
        return new Money(new BigDecimal(product).divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP).longValueExact());
    }

    public Money min(Money other) {
        return ore <= other.ore ? this : other;
    }

    public Money max(Money other) {
        return ore >= other.ore ? this : other;
    }

    public boolean negative() {
        return ore < 0;
    }

    public boolean positive() {
        return ore > 0;
    }

    /** Kronor with two decimals. */
    public BigDecimal inKronor() {
        return BigDecimal.valueOf(ore, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(ore, other.ore);
    }
}
