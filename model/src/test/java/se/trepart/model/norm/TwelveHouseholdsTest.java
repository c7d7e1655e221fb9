package se.trepart.model.norm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import se.trepart.model.Money;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Twelve whole households with the sums that were worked out by hand: R9–R13, to the öre. */
class TwelveHouseholdsTest {

    private static final String HOUSEHOLDS = """
            ansökan 01, 2026-11
              vuxna:      202001092390 jobbstimulans
              barn:
              kostnader:  RENT 7320, ELECTRICITY 310, HOME_INSURANCE 120, MEDICINE 85.75, ACUTE_DENTAL 1650
              inkomster:  SALARY 7855.5
              väntat:     norm 5220.00, kostnader 9485.75, inkomster 5891.63, resultat -8814.12
              obekräftat:
            ansökan 02, 2026-12
              vuxna:      198808112380, 199001252387
              barn:       202103172397 lunch
              kostnader:  RENT 9875.25, ELECTRICITY 310, HOME_INSURANCE 120
              inkomster:  CHILD_SUPPORT 1673
              väntat:     norm 11610.00, kostnader 10305.25, inkomster 1673.00, resultat -20242.25
              obekräftat: children.4-6.lunchAway, shared.3
            ansökan 03, 2025-09
              vuxna:      199006022397
              barn:       202106172394 15d lunch, 20170224T440 15d lunch
              kostnader:  RENT 7320, ELECTRICITY 620, HOME_INSURANCE 120, ACUTE_DENTAL 1650
              inkomster:  SALARY 7855.5, CHILD_SUPPORT 3346
              väntat:     norm 8925.00, kostnader 9710.00, inkomster 11201.50, resultat -7433.50
              obekräftat:
            ansökan 04, 2026-10
              vuxna:      199007282388 jobbstimulans, 199007302384
              barn:       202108132388, 20170824T130 14d, 20091019T503
              kostnader:  RENT 5400, ELECTRICITY 310, HOME_INSURANCE 149
              inkomster:  CHILD_SUPPORT 5019, SALARY 2500 20091019T503
              väntat:     norm 19232.67, kostnader 5859.00, inkomster 5019.00, resultat -20072.67
              obekräftat: children.15-18.full, children.4-6.full
            ansökan 05, 2026-11
              vuxna:      199107172380
              barn:
              kostnader:  RENT 6150.5, ELECTRICITY 620, HOME_INSURANCE 149, UNEMPLOYMENT_FUND 140
              inkomster:  SALARY 12300
              väntat:     norm 5220.00, kostnader 7059.50, inkomster 12300.00, resultat 20.50
              obekräftat:
            ansökan 06, 2026-12
              vuxna:      199312162390, 199312172381
              barn:       202101022388, 20101006T981, 20180127T789, 202101052385 14d lunch, 20241006T452 lunch, 20180906T772 lunch
              kostnader:  RENT 7320, ELECTRICITY 455.5, HOME_INSURANCE 120, UNEMPLOYMENT_FUND 140, MEDICINE 85.75, ACUTE_DENTAL 1650
              inkomster:  SALARY 12300, CHILD_SUPPORT 10038
              väntat:     norm 29849.33, kostnader 9771.25, inkomster 22338.00, resultat -17282.58
              obekräftat: children.1-2.lunchAway, children.15-18.full, children.4-6.full, children.4-6.lunchAway, shared.7, shared.eachMore
            ansökan 07, 2025-09
              vuxna:      199504242398 jobbstimulans
              barn:       202101102388
              kostnader:  RENT 6150.5, ELECTRICITY 455.5, HOME_INSURANCE 149
              inkomster:  SALARY 12300, CHILD_SUPPORT 1673
              väntat:     norm 8340.00, kostnader 6755.00, inkomster 10898.00, resultat -4197.00
              obekräftat:
            ansökan 08, 2026-10
              vuxna:      199705162387, 199710182396
              barn:       202101172381 lunch, 20210110T172, 20181206T526 lunch, 202101202394
              kostnader:  RENT 9875.25, ELECTRICITY 455.5, HOME_INSURANCE 95
              inkomster:  SALARY 4210, CHILD_SUPPORT 6692
              väntat:     norm 22400.00, kostnader 10425.75, inkomster 10902.00, resultat -21923.75
              obekräftat: children.4-6.full, children.4-6.lunchAway, shared.6
            ansökan 09, 2026-11
              vuxna:      199912282382
              barn:
              kostnader:  RENT 7320, ELECTRICITY 620, HOME_INSURANCE 120, UNEMPLOYMENT_FUND 140, ACUTE_DENTAL 1650
              inkomster:  SALARY 7855.5
              väntat:     norm 5220.00, kostnader 9850.00, inkomster 7855.50, resultat -7214.50
              obekräftat:
            ansökan 10, 2026-12
              vuxna:      200001032382 jobbstimulans, 200001042399
              barn:       202101312383 10d lunch, 20250205T273 lunch
              kostnader:  RENT 7320, ELECTRICITY 620, HOME_INSURANCE 149, MEDICINE 240, ACUTE_DENTAL 1650
              inkomster:  CHILD_SUPPORT 3346
              väntat:     norm 12836.67, kostnader 9979.00, inkomster 3346.00, resultat -19469.67
              obekräftat: children.1-2.lunchAway, children.4-6.lunchAway
            ansökan 11, 2025-09
              vuxna:      200001052380
              barn:       202102072382 10d lunch, 20081026T487 lunch, 20230512T402, 202102102395, 20241022T114 lunch, 20240408T904 10d lunch, 202102132384
              kostnader:  RENT 5400, ELECTRICITY 455.5, HOME_INSURANCE 120
              inkomster:  CHILD_SUPPORT 11711
              väntat:     norm 25286.67, kostnader 5975.50, inkomster 11711.00, resultat -19551.17
              obekräftat:
            ansökan 12, 2026-10
              vuxna:      200007312382, 200304302383
              barn:       202102142391 14d lunch, 20240620T566 lunch, 20090928T804 14d lunch
              kostnader:  RENT 6150.5, ELECTRICITY 455.5, HOME_INSURANCE 95, UNEMPLOYMENT_FUND 140, UNION_FEE 235, MEDICINE 240, ACUTE_DENTAL 1650
              inkomster:  SALARY 7855.5, CHILD_SUPPORT 5019, SALARY 2500 20090928T804
              väntat:     norm 15814.00, kostnader 8966.00, inkomster 12874.50, resultat -11905.50
              obekräftat: children.1-2.lunchAway, children.15-18.full, children.4-6.lunchAway
            """;

    private static final List<String> EACH = Arrays.asList(HOUSEHOLDS.strip().split("(?m)^(?=ansökan )"));

    @Test
    void readsTwelveHouseholds() {
        assertThat(EACH).hasSize(12);
    }

    @TestFactory
    Stream<DynamicTest> calculatesTheHouseholdToTheOre() {
        return EACH.stream().map(text -> dynamicTest(text.lines().findFirst().orElseThrow(), () -> {
            Calculation calculation = household(text).calculation();
            assertThat("norm %s, kostnader %s, inkomster %s, resultat %s".formatted(kronor(calculation.norm()), kronor(calculation.costs()),
                    kronor(calculation.income()), kronor(calculation.result()))).isEqualTo(field(text, "väntat"));
            assertThat(String.join(", ", calculation.unconfirmed())).isEqualTo(field(text, "obekräftat"));
        }));
    }

    private static Case household(String text) {
        return new Case(text.lines().findFirst().orElseThrow().split(", ")[1]).adults(field(text, "vuxna"))
                .children(field(text, "barn"))
                .costs(field(text, "kostnader"))
                .incomes(field(text, "inkomster"));
    }

    private static String kronor(Money money) {
        return money.inKronor().toPlainString();
    }

    private static String field(String text, String name) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1)
                .strip();
    }
}
