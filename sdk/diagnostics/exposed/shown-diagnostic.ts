import { isConfidentialLine } from "../confidential-line.ts";
import type { LocatedDiagnostic, Place } from "../resolve-location.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** A diagnostic as it may be shown: whatever it is about, no word and no line of it holds a secret. */
export function shownDiagnostic(diagnostic: LocatedDiagnostic): LocatedDiagnostic {
  return {
    ...diagnostic,
    message: withoutSecrets(diagnostic.message),
    hint: withoutSecrets(diagnostic.hint),
    path: diagnostic.path?.map((part) => (typeof part === "string" ? withoutSecrets(part) : part)),
    places: diagnostic.places.map(shownPlace),
    relatedPlaces: diagnostic.relatedPlaces.map(({ message, file, place }) => ({
      message: withoutSecrets(message),
      file,
      place: place && shownPlace(place),
    })),
  };
}

function shownPlace(place: Place): Place {
  return place.lineText === undefined || !isConfidentialLine(place.lineText)
    ? place
    : { ...place, lineText: undefined };
}
