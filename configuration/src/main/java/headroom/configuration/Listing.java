package headroom.configuration;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The list of all entries of one kind.
///
/// @param where it stands, as it follows what is expected
/// @param mistakes takes what is wrong
record Listing(
        Schema schema, String where, Notation notation, Defaults defaults, List<String> mistakes) {
    List<Entry> entries(@Nullable Object written) {
        List<Entry> listed = new ArrayList<>();
        if (!(written instanceof List<?> list) || list.isEmpty()) {
            mistakes.add(
                    "%s is %s; expected a list with an object for each %s%s. Example: %s"
                            .formatted(
                                    schema.list(),
                                    Entry.shown(written),
                                    schema.entry(),
                                    where,
                                    schema.exampleOfList()));
            return listed;
        }
        for (int i = 0; i < list.size(); i++) {
            String place = schema.list() + "[" + i + "]";
            if (list.get(i) instanceof Map<?, ?> object) {
                var entry =
                        new Entry(
                                schema,
                                new Place.File(place),
                                object,
                                defaults,
                                notation,
                                mistakes);
                entry.refuseUnknown();
                listed.add(entry);
            } else {
                mistakes.add(
                        "%s is %s; expected an object with the settings of one %s. Example: %s"
                                .formatted(
                                        place,
                                        Entry.shown(list.get(i)),
                                        schema.entry(),
                                        schema.exampleOfEntry()));
            }
        }
        return listed;
    }
}
