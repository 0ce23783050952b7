package headroom.configuration;

import headroom.redshift.RedshiftSettings;
import headroom.settings.Setting;
import headroom.settings.Values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is wrong with endpoints that are right one by one.
///
/// A stack pauses tasks in the region and the account that it is in, and DMS answers for no other.
/// An endpoint elsewhere would be found to have no tasks, and its writers would go on during a
/// resize. An endpoint with two clusters would be paused for the wrong one.
final class EndpointPlaces {
    /// Of the 4,096 bytes that a function's environment may have, the watch's other variables take
    /// 1,300 where all names are as long as they can be. Some forty ordinary ARNs have room.
    private static final int MOST_CHARACTERS = 2_700;

    private final Optional<Destination> destination;
    private final Map<String, Holder> seen = new HashMap<>();

    EndpointPlaces(Optional<Destination> destination) {
        this.destination = destination;
    }

    /// Notes what is wrong in the entry. Entries are compared with those before them.
    ///
    /// @param values of the entry, but for those that are mistakes by themselves
    void check(Entry entry, Values values, List<String> endpoints) {
        IntStream.range(0, endpoints.size())
                .forEach(
                        i -> {
                            String path = entry.path(place(i));
                            refuseSeen(
                                    entry,
                                    new Holder(
                                            entry.path(""),
                                            path,
                                            values.find(RedshiftSettings.CLUSTER)),
                                    endpoints.get(i));
                        });
        refuseElsewhere(entry, values, endpoints);
        refuseTooMany(entry, endpoints);
    }

    /// CloudFormation would find out, in the middle of a deployment.
    private static void refuseTooMany(Entry entry, List<String> endpoints) {
        int characters = String.join(",", endpoints).length();
        if (characters > MOST_CHARACTERS) {
            entry.refuse(
                    "%s are %d with %,d characters in all; expected at most %,d characters, commas among them, as the environment of a Lambda function holds 4 KB. Let tasks share an endpoint, or give endpoints shorter ARNs: DMS takes one of your own as ResourceIdentifier when it makes an endpoint."
                            .formatted(
                                    entry.path(RedshiftSettings.ENDPOINTS.key()),
                                    endpoints.size(),
                                    characters,
                                    MOST_CHARACTERS));
        }
    }

    private void refuseSeen(Entry entry, Holder holder, String endpoint) {
        Holder before = seen.putIfAbsent(endpoint, holder);
        if (before == null) {
            return;
        }
        if (before.entry().equals(holder.entry())) {
            entry.refuse(
                    "%s is \"%s\", as %s is; expected each endpoint once. Remove one of them."
                            .formatted(holder.path(), endpoint, before.path()));
        } else if (!before.isOf(holder)) {
            entry.refuse(
                    "%s is \"%s\", as %s is; expected each endpoint with one cluster, the one that it points at: a run for the other would stop its tasks as well. Remove it from one of them."
                            .formatted(holder.path(), endpoint, before.path()));
        }
    }

    private void refuseElsewhere(Entry entry, Values values, List<String> endpoints) {
        Place first = Place.of(endpoints.getFirst());
        Place meant = meant(entry, values, first);
        for (int i = 0; i < endpoints.size(); i++) {
            Place found = Place.of(endpoints.get(i));
            if (!found.equals(meant)) {
                entry.refuse(
                        "%s is \"%s\"; expected a DMS endpoint in %s, %s. Example: %s"
                                .formatted(
                                        entry.path(place(i)),
                                        endpoints.get(i),
                                        meant.inWords(),
                                        reason(entry, found, meant),
                                        meant.example()));
            }
        }
    }

    /// Where the stack goes. What the entry says comes before the credentials, which may be those
    /// of one account among several; a mistake there is told already.
    private Place meant(Entry entry, Values values, Place first) {
        Optional<String> region =
                entry.has(StackPlace.REGION)
                        ? values.find(StackPlace.REGION)
                        : destination.map(Destination::region);
        Optional<String> account =
                entry.has(StackPlace.ACCOUNT)
                        ? values.find(StackPlace.ACCOUNT)
                        : destination.map(Destination::account);
        return new Place(
                first.partition(), region.orElse(first.region()), account.orElse(first.account()));
    }

    private String reason(Entry entry, Place found, Place meant) {
        List<String> named =
                Stream.of(StackPlace.ACCOUNT, StackPlace.REGION)
                        .filter(entry::has)
                        .filter(each -> !found.says(each).equals(meant.says(each)))
                        .map(entry::standing)
                        .toList();
        if (!named.isEmpty()) {
            return "where the stack goes by %s. Correct the ARN, or that"
                    .formatted(String.join(" and ", named));
        }
        return destination.isPresent() && !found.isInRegionOf(meant)
                ? destination.get().reason()
                : "as %s is: a cluster, its endpoints and its stack are in one region of one account"
                        .formatted(entry.path(place(0)));
    }

    private static String place(int index) {
        return "%s[%d]".formatted(RedshiftSettings.ENDPOINTS.key(), index);
    }

    /// @param entry what the paths of its entry begin with
    /// @param path of the endpoint in the settings
    private record Holder(String entry, String path, Optional<String> cluster) {
        /// Two entries for one cluster are a mistake of their own.
        boolean isOf(Holder other) {
            return cluster.isPresent() && cluster.equals(other.cluster());
        }
    }

    private record Place(String partition, String region, String account) {
        static Place of(String endpoint) {
            String[] parts = endpoint.split(":", 6);
            return new Place(parts[1], parts[3], parts[4]);
        }

        String says(Setting<String> setting) {
            return setting.equals(StackPlace.REGION) ? region : account;
        }

        boolean isInRegionOf(Place other) {
            return region.equals(other.region()) && account.equals(other.account());
        }

        String inWords() {
            return "partition %s, region %s, account %s".formatted(partition, region, account);
        }

        String example() {
            return "arn:%s:dms:%s:%s:endpoint:ABC".formatted(partition, region, account);
        }
    }
}
