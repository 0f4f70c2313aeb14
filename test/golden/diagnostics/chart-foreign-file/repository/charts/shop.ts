export const charts = ["shop"];
