package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, of it what JSON can say too: objects with texts for names, lists and scalars; one document a file,
 * anchors and aliases. A value has the type that every reader of YAML gives it: see {@link PlainScalar}. For one text.
 */
final class YamlReading {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    private static final String MERGE = "<<";
    private static final String TAG = "tag:yaml.org,2002:";
    private static final String TEXT_TAG = TAG + "str";

    private final Iterator<Event> events;
    private final List<SyntaxFault> faults;
    private final Map<Anchor, Part> anchored = new HashMap<>();

    private YamlReading(Iterator<Event> events, List<SyntaxFault> faults) {
        this.events = events;
        this.faults = faults;
    }

    /** The value that {@code text} is; what is wrong with it, and does not keep it from being read, goes to {@code faults}. */
    static Part read(String text, List<SyntaxFault> faults) throws SyntaxFault.Fatal {
        try {
            return new YamlReading(new Parse(SETTINGS).parseString(text).iterator(), faults).document();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(YamlReading::place).orElse(Place.START);
            throw new SyntaxFault.Fatal(new SyntaxFault(place, "not valid YAML: " + Excerpt.inLine(e.getProblem())));
        } catch (YamlEngineException e) {
            throw new SyntaxFault.Fatal(
                    new SyntaxFault(Place.START, "not valid YAML: " + Excerpt.of(String.valueOf(e.getMessage()))));
        }
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlReading::place).orElse(Place.START);
    }

    private static SyntaxFault.Fatal fatal(Event event, String message) {
        return new SyntaxFault.Fatal(new SyntaxFault(place(event), message));
    }

    private Part document() throws SyntaxFault.Fatal {
        events.next(); // the stream begins
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw fatal(start, "the file is empty");
        }
        Part document = part(events.next(), 0);
        events.next(); // the document ends
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw fatal(end, "a second YAML document begins; one is allowed in a file");
        }
        return document;
    }

    private Part part(Event event, int depth) throws SyntaxFault.Fatal {
        return switch (event.getEventId()) {
            case Alias -> alias((AliasEvent) event, depth);
            case Scalar -> anchor((NodeEvent) event, scalar((ScalarEvent) event));
            case SequenceStart ->
                anchor((NodeEvent) event, list((CollectionStartEvent) event, deeper(event, depth, 1)));
            case MappingStart ->
                anchor((NodeEvent) event, object((CollectionStartEvent) event, deeper(event, depth, 1)));
            case Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw new IllegalStateException("unexpected " + event);
        };
    }

    private static int deeper(Event event, int depth, int levels) throws SyntaxFault.Fatal {
        if (depth + levels > Part.MAX_DEPTH) {
            throw new SyntaxFault.Fatal(SyntaxFault.tooDeep(place(event)));
        }
        return depth + levels;
    }

    private Part alias(AliasEvent event, int depth) throws SyntaxFault.Fatal {
        Part part = anchored.get(event.getAlias());
        if (part == null) {
            throw fatal(event, "the alias \"" + Excerpt.of(event.getAlias().getValue()) + "\" has no anchor before it");
        }
        deeper(event, depth, part.depth());
        return part;
    }

    private Part anchor(NodeEvent event, Part part) {
        event.getAnchor().ifPresent(anchor -> anchored.put(anchor, part));
        return part;
    }

    private Part list(CollectionStartEvent start, int depth) throws SyntaxFault.Fatal {
        checkTag(start, start.getTag().orElse(""), TAG + "seq");
        List<Part> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(part(event, depth));
        }
        return Part.list(items, place(start));
    }

    private Part object(CollectionStartEvent start, int depth) throws SyntaxFault.Fatal {
        checkTag(start, start.getTag().orElse(""), TAG + "map");
        Part.ObjectBuilder object = new Part.ObjectBuilder(place(start), faults);
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Place at = place(event);
            String name = name(event, depth);
            object.put(name, at, part(events.next(), depth));
        }
        return object.build();
    }

    private String name(Event event, int depth) throws SyntaxFault.Fatal {
        if (!(part(event, depth).node() instanceof Scalar.Text name)) {
            throw fatal(event, "the name of a member must be a text; put it in quotes");
        }
        if (name.value().equals(MERGE) && event instanceof ScalarEvent scalar && scalar.isPlain()) {
            throw fatal(event, "merge keys (<<) are not a part of YAML 1.2 and not supported");
        }
        return name.value();
    }

    private Part scalar(ScalarEvent event) throws SyntaxFault.Fatal {
        checkTag(event, event.getTag().orElse(""), TEXT_TAG);
        boolean plain = event.isPlain() && event.getTag().isEmpty();
        return Part.scalar(plain ? plain(event) : Scalar.of(event.getValue()), place(event));
    }

    private Node plain(ScalarEvent event) {
        if (PlainScalar.isAmbiguous(event.getValue())) {
            faults.add(new SyntaxFault(
                    place(event),
                    "\"" + Excerpt.of(event.getValue())
                            + "\" without quotes is a text to some readers of YAML and none to others; "
                            + "put it in quotes, or write true, false or a decimal number"));
        }
        return PlainScalar.node(event.getValue());
    }

    private static void checkTag(Event event, String tag, String allowed) throws SyntaxFault.Fatal {
        if (!tag.isEmpty() && !tag.equals(allowed) && !tag.equals("!")) {
            throw fatal(event, "the tag " + Excerpt.of(tag) + " is not supported");
        }
    }
}
