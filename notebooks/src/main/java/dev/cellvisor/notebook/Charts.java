package dev.cellvisor.notebook;

import dev.cellvisor.view.Table;
import dev.cellvisor.view.View;
import dev.cellvisor.view.Views;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Plots for cells, by XChart. Lines differ in pattern and marker, not in colour alone, and the numbers stand beside the picture:
 *
 * <pre>{@code
 * Charts.logarithmic("exits", "bytes", "exits").line("PL011", sizes, exits).chart()
 * }</pre>
 */
public final class Charts {
    private static final Color[] COLOURS = {new Color(0x1f4e9c), new Color(0xb4541a), new Color(0x2b7a4b), new Color(0x6b3fa0)};
    private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP};
    private static final float[][] DASHES = {null, {6, 4}, {2, 3}, {9, 3, 2, 3}};

    private static final int SCALE = 2;

    private final XYChart chart;

    private Charts(XYChart chart) {
        this.chart = chart;
    }

    /** Makes XChart's charts show themselves in cells. */
    static void register() {
        Views.register(XYChart.class, Charts::view);
        Views.register(Charts.class, charts -> view(charts.chart));
    }

    /** A plot with both axes logarithmic, where all values must be more than 0. */
    public static Charts logarithmic(String title, String x, String y) {
        Charts charts = linear(title, x, y);
        charts.chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        return charts;
    }

    /** A plot with linear axes. */
    public static Charts linear(String title, String x, String y) {
        XYChart chart = new XYChartBuilder().width(760).height(420).title(title).xAxisTitle(x).yAxisTitle(y).build();
        var styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setLegendPosition(Styler.LegendPosition.InsideNW)
                .setLegendBorderColor(Color.LIGHT_GRAY).setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14))
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setPlotGridLinesColor(new Color(0xdddddd)).setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11)).setLocale(Locale.ROOT);
        return new Charts(chart);
    }

    /**
     * Adds a line.
     *
     * @throws IllegalArgumentException if there are not as many x as y
     */
    public Charts line(String name, List<? extends Number> x, List<? extends Number> y) {
        int index = chart.getSeriesMap().size();
        XYSeries series = chart.addSeries(name, x, y);
        float[] dash = DASHES[index % DASHES.length];
        series.setMarkerColor(COLOURS[index % COLOURS.length]).setMarker(MARKERS[index % MARKERS.length]);
        series.setLineColor(COLOURS[index % COLOURS.length]).setLineStyle(dash == null ? new BasicStroke(2) : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
        return this;
    }

    /** XChart's own object, for everything else that it can do. */
    public XYChart chart() {
        return chart;
    }

    /** As PNG: XChart's SVG has each character as an outline, which makes a megabyte of a small plot. */
    private static View view(XYChart chart) {
        String text = numbers(chart);
        try {
            var image = new BufferedImage(SCALE * chart.getWidth(), SCALE * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.scale(SCALE, SCALE);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            graphics.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            String data = Base64.getEncoder().encodeToString(out.toByteArray());
            return new View(text, "<img width=\"%d\" style=\"max-width:100%%\" alt=\"%s\" src=\"data:image/png;base64,%s\"/>%n%s".formatted(
                    chart.getWidth(), chart.getTitle().replace('"', '\''), data, View.textBeside(text)), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LinkageError | InternalError e) {
            // Java needs fontconfig and a font to measure text: Debian's fontconfig and fonts-dejavu-core.
            return View.text(text + "\n(no picture: Java finds no fonts here; Debian's packages fontconfig and fonts-dejavu-core have some)");
        }
    }

    private static String numbers(XYChart chart) {
        Table table = new Table(chart.getTitle()).right(chart.getXAxisTitle());
        List<XYSeries> lines = List.copyOf(chart.getSeriesMap().values());
        var xs = new TreeSet<Double>();
        for (XYSeries line : lines) {
            table.right(line.getName());
            Arrays.stream(line.getXData()).forEach(xs::add);
        }
        for (double x : xs) {
            Object[] row = new Object[lines.size() + 1];
            row[0] = number(x);
            for (int i = 0; i < lines.size(); i++) {
                int at = Arrays.binarySearch(lines.get(i).getXData(), x);
                row[i + 1] = at < 0 ? "" : number(lines.get(i).getYData()[at]);
            }
            table.row(row);
        }
        return table.text();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : String.format(Locale.ROOT, "%,.3g", value);
    }

    @Override
    public String toString() {
        return numbers(chart);
    }
}
