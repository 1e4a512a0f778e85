/** The papers on detection that more than one card rests on. */
export const YOLO =
  "Redmon, Divvala, Girshick, Farhadi 2016, You Only Look Once: Unified, Real-Time Object Detection";
export const SSD =
  "Liu, Anguelov, Erhan, Szegedy, Reed, Fu, Berg 2016, SSD: Single Shot MultiBox Detector";
export const R_CNN =
  "Girshick, Donahue, Darrell, Malik 2014, Rich Feature Hierarchies for Accurate Object Detection and Semantic Segmentation";
export const FAST_R_CNN = "Girshick 2015, Fast R-CNN";
export const FASTER_R_CNN =
  "Ren, He, Girshick, Sun 2015, Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks";
