package se.trepart.model.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

import se.trepart.model.person.InvalidPersonalNumber.Fault;

/**
 * A personal number (personnummer), coordination number (samordningsnummer, day + 60) or the letter form of test persons
 * (YYYYMMDDTNNN), twelve characters. Folkbokföringslagen 18 §; the last digit of a number without letter is a Luhn check digit.
 */
public record PersonalNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{8}(\\d{4}|T\\d{3})");

    /** @throws InvalidPersonalNumber when form, date or check digit is wrong */
    public PersonalNumber {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidPersonalNumber(Fault.FORM);
        }
        dateOf(value);
        if (value.charAt(8) != 'T' && luhn(value.substring(2)) % 10 != 0) {
            throw new InvalidPersonalNumber(Fault.CHECK_DIGIT);
        }
    }

    public LocalDate birthDate() {
        return dateOf(value);
    }

    /** Whole years reached at the end of the month. */
    public int ageAtEndOf(YearMonth month) {
        return ageOn(month.atEndOfMonth());
    }

    public int ageOn(LocalDate day) {
        return birthDate().until(day).getYears();
    }

    /** As people write it: 19900125-2387. */
    public String written() {
        return value.substring(0, 8) + "-" + value.substring(8);
    }

    private static LocalDate dateOf(String value) {
        int day = Integer.parseInt(value.substring(6, 8));
        try {
            return LocalDate.of(Integer.parseInt(value.substring(0, 4)), Integer.parseInt(value.substring(4, 6)),
                    day > 60 ? day - 60 : day);
        } catch (DateTimeException _) {
            throw new InvalidPersonalNumber(Fault.DATE);
        }
    }

    private static int luhn(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            int product = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum;
    }

    /** Never the number itself: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "PersonalNumber[…]";
    }
}
