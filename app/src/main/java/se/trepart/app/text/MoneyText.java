package se.trepart.app.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import se.trepart.model.Money;

/** Amounts as people type them (inskrivna belopp). */
public final class MoneyText {

    private static final Pattern TYPED = Pattern.compile("[-−]?\\d{1,9}([,.]\\d{1,2})?");

    private MoneyText() {}

    /** {@code 4390}, {@code 4 390 kr}, {@code 8 814,12}, {@code 8814.1}; empty when it is no amount. */
    public static Optional<Money> read(String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0\\u202F]|kr$", "");
        if (!TYPED.matcher(plain).matches()) {
            return Optional.empty();
        }
        return Optional.of(Money.kronor(new BigDecimal(plain.replace(',', '.').replace('−', '-'))));
    }
}
