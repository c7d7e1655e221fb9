package se.trepart.app.plan;

import java.text.CollationKey;

import se.trepart.model.plan.ActionOffer;

/** An offer as the catalogue shows it (rad i insatskatalogen), every cell ready. */
record OffersRow(ActionOffer offer, String kind, CollationKey order, String seats, String cost, String time) {}
