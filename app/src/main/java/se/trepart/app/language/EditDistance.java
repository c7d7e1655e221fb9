package se.trepart.app.language;

/** How many letters are amiss between two words: put in, left out or exchanged; two that have changed places count as one. */
final class EditDistance {

    private EditDistance() {}

    static int between(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : least(d, one, other, i, j);
            }
        }
        return d[one.length()][other.length()];
    }

    private static int least(int[][] d, String one, String other, int i, int j) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int steps = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a == b ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2);
        return swapped ? Math.min(steps, d[i - 2][j - 2] + 1) : steps;
    }
}
