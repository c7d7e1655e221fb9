package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import se.trepart.model.Table;
import se.trepart.model.Table.Row;
import se.trepart.model.plan.SelfSupport.ObstaclePeriod;

import org.jspecify.annotations.Nullable;

/**
 * A ground for exemption from the activity requirement (grund för undantag). The law's text was not confirmed when the table was written,
 * so a ground is never more than a proposal: who is exempt is for the caseworker to judge.
 *
 * @param key what documents keep; never changed
 * @param name in Swedish
 * @param validFrom the first day it is in the table
 * @param underAge proposed for who is younger; 0 where age alone says nothing
 * @param obstacles keys of {@link Obstacle} that speak for it
 * @param source where the ground is taken from
 */
public record ExemptionGround(String key, String name, LocalDate validFrom, int underAge, Set<String> obstacles, String source) {

    private static final List<ExemptionGround> ALL = Table.read(ExemptionGround.class, "exemption-grounds.csv")
            .stream()
            .map(ExemptionGround::of)
            .toList();

    public ExemptionGround {
        obstacles = Set.copyOf(obstacles);
    }

    /** Those of a day, in the table's order. */
    public static List<ExemptionGround> catalogue(LocalDate day) {
        return ALL.stream().filter(ground -> !ground.validFrom.isAfter(day)).toList();
    }

    /** What people call it; the key itself of a ground that this version does not know. */
    public static String nameOf(String key) {
        return of(key).map(ExemptionGround::name).orElse(key);
    }

    public static Optional<ExemptionGround> of(String key) {
        return ALL.stream().filter(ground -> ground.key.equals(key)).findFirst();
    }

    /**
     * The grounds that the facts speak for, for somebody to look into.
     *
     * @param age in whole years
     * @param obstacle what stands in the way of self-support that day; null when nothing is noted
     */
    public static List<ExemptionGround> proposed(int age, @Nullable ObstaclePeriod obstacle, LocalDate day) {
        return catalogue(day).stream()
                .filter(ground -> age < ground.underAge || obstacle != null && ground.obstacles.contains(obstacle.key()))
                .toList();
    }

    private static ExemptionGround of(Row row) {
        Set<String> obstacles = Arrays.stream(row.text("obstacles").split(" ")).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
        return new ExemptionGround(row.text("key"), row.text("name"), LocalDate.parse(row.text("validFrom")),
                Integer.parseInt(row.text("underAge")), obstacles, row.text("source"));
    }
}
